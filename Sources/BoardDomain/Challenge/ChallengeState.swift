/// The states of the machine `challenge`, in the words of the specification.
package enum ChallengeState: String, ChoiceValue, MachineState {
    case draft, submitted, returned, assisting, arguing, pooled, approved, open, closed
    case qualifying, evaluating, proposed, noticed, disputed, awarded, executing, marketEval
    case settling, concluded, postReviewed, cancelPending, rejected, withdrawn, cancelled
    case unsuccessful, terminated, revoked

    package static let machine = Machine.challenge

    /// Ended well or early: what may still come (a late objection, a recheck, a settlement) is rare.
    package var isOver: Bool { isTerminal || self == .concluded || self == .postReviewed }

    package var isTerminal: Bool {
        [.rejected, .withdrawn, .cancelled, .unsuccessful, .terminated, .revoked].contains(self)
    }
}
