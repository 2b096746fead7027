/// The states of the machine `payout`, in the words of the specification.
package enum PayoutState: String, ChoiceValue, MachineState {
    case draft, submitted, caseChecked, finReviewed, noticed, approved, queued, ordered, paid
    case failed, rejected, suspended, recovering, recovered, writtenOff

    package static let machine = Machine.payout

    package var isTerminal: Bool {
        [.rejected, .recovered, .writtenOff].contains(self)
    }
}
