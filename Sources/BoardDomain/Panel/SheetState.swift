/// The states of the machine `sheet`, in the words of the specification.
package enum SheetState: String, ChoiceValue, MachineState {
    case editing, locked, void

    package static let machine = Machine.sheet

    package var isTerminal: Bool {
        [.void].contains(self)
    }
}
