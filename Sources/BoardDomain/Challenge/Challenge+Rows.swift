extension Challenge {
    /// The rows C1 to C30, in the order of a challenge's life.
    static let rows: [Transition] =
        draftingRows + argumentRows + callRows + openingRows + resultRows + executionRows
        + closingRows + handOverRows + successionRows + ContactErasure.ofChallenge

    static let duties: [Duty] = draftingDuties + callDuties + closingDuties
}

extension ChallengeState {
    /// Before publication: the enterprise may still withdraw (C8).
    package static let unpublished: [ChallengeState] = [
        .draft, .submitted, .returned, .assisting, .arguing, .pooled, .approved,
    ]

    /// From publication to the award: the list may still be cancelled (C13).
    package static let cancellable: [ChallengeState] = [
        .open, .closed, .qualifying, .evaluating, .proposed, .noticed, .disputed, .awarded,
    ]

    /// The lane of 四题一评 that a state lies in; the negative ends lie in none.
    package var lane: Lane? {
        switch self {
        case .draft, .submitted, .returned: .pose
        case .assisting, .arguing, .pooled, .approved: .assist
        case .open, .closed, .qualifying, .evaluating, .proposed, .noticed, .disputed, .awarded,
            .cancelPending:
            .answer
        case .executing: .verify
        case .marketEval, .settling, .concluded, .postReviewed: .evaluate
        case .rejected, .withdrawn, .cancelled, .unsuccessful, .terminated, .revoked: nil
        }
    }
}

/// The five lanes of the road; a challenge is concluded when all five have left evidence.
package enum Lane: String, ChoiceValue { case pose, assist, answer, verify, evaluate }
