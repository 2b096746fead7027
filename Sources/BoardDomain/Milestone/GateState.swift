/// The states of the machine `gate`, in the words of the specification.
package enum GateState: String, ChoiceValue, MachineState {
    case open, ready, decided

    package static let machine = Machine.gate

    package var isTerminal: Bool {
        [.decided].contains(self)
    }
}
