/// The states of the machine `person`, in the words of the specification.
package enum PersonState: String, ChoiceValue, MachineState {
    case invited, active, suspended, left, expired

    package static let machine = Machine.person

    package var isTerminal: Bool {
        [.left, .expired].contains(self)
    }
}
