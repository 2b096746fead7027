/// The states of the machine `handover`, in the words of the specification.
package enum HandOverState: String, ChoiceValue, MachineState {
    case offered, accepted, done, refused

    package static let machine = Machine.handover

    package var isTerminal: Bool {
        [.done, .refused].contains(self)
    }
}
