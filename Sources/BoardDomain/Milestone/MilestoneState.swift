/// The states of the machine `milestone`, in the words of the specification.
package enum MilestoneState: String, ChoiceValue, MachineState {
    case planned, active, submitted, verifying, accepting, checking, approving, extensionRequested
    case met, partiallyMet, notMet, cancelled

    package static let machine = Machine.milestone

    package var isTerminal: Bool {
        [.met, .notMet, .cancelled].contains(self)
    }
}
