/// The states of the machine `calendar`, in the words of the specification.
package enum CalendarState: String, ChoiceValue, MachineState {
    case loaded

    package static let machine = Machine.calendar

    package var isTerminal: Bool {
        false
    }
}
