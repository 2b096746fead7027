/// G7: how a person is reached is erased when nobody needs it any more, or when that person asks for it.
///
/// The key is erased when its retention ends, for which the rules have no row of their own; whom a bid or a draft names is
/// no person of the board, so that the row belongs to the object that names it. What was recorded stays and
/// cannot be read any more.
enum ContactErasure {
    static let ofChallenge: [Transition] = [
        Rows<ChallengeState>.command(
            "G7", "erase-contact", variant: "draft", from: ChallengeState.allCases, to: [],
            by: .any(.administrator), reason: true,
            guards: [
                contactKept { turn in
                    let challenge = turn.case.challenge
                    return (challenge.contact, challenge.isContactErased)
                }
            ], events: [.contactErased]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.eraseContact()
        }
    ]

    static let ofBid: [Transition] = [
        Rows<BidState>.command(
            "G7", "erase-contact", variant: "bid",
            from: BidState.allCases.filter { !BidState.unread.contains($0) }, to: [],
            by: .any(.administrator), reason: true,
            guards: [contactKept { ($0.bid?.contact, $0.bid?.isContactErased ?? false) }],
            events: [.contactErased]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.eraseContact()
            // The sealed bid holds it too, and the shares of its key still open that.
            turn.eraseStandingSeal()
        }
    ]

    /// What stands in an event in clear, from before there were keys, cannot be erased.
    private static func contactKept(
        _ kept: @escaping @Sendable (Turn) -> (contact: ProtectedText?, isErased: Bool)
    ) -> Guard {
        Guard.standing("contactKept") { turn in
            let (contact, isErased) = kept(turn)
            if isErased { return Breach(.contactErased, given: .string(turn.subject.text)) }
            return contact?.isSealed ?? false
                ? nil : Breach(.noContactKept, given: .string(turn.subject.text))
        }
    }
}

extension BidState {
    /// Nobody has read such a bid.
    fileprivate static let unread: Set<BidState> = [
        .draft, .sealed, .withdrawn, .staleTerms, .lapsed, .unopened, .invalid,
    ]
}

extension Turn {
    /// By the name of the object itself: the name in a payload is its sender's word.
    fileprivate mutating func eraseContact() {
        erasePersonKey(of: ProtectedText.subject(subject, of: stream))
        record(.contactErased)
    }
}

extension RefusalCode {
    static let noContactKept = RefusalCode("noContactKept")
    package static let contactErased = RefusalCode("contactErased")
}
