/// The states of the machine `argumentSeat`, in the words of the specification.
package enum ArgumentSeatState: String, ChoiceValue, MachineState {
    case named, declared, recused, voted

    package static let machine = Machine.argumentSeat

    package var isTerminal: Bool {
        [.recused].contains(self)
    }
}
