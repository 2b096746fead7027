/// The states of the machine `objection`, in the words of the specification.
package enum ObjectionState: String, ChoiceValue, MachineState {
    case filed, admitted, investigating, decided, appealed, final, inadmissible, merged, withdrawn
    case lapsed

    package static let machine = Machine.objection

    package var isTerminal: Bool {
        [.final, .inadmissible, .merged, .withdrawn, .lapsed].contains(self)
    }
}
