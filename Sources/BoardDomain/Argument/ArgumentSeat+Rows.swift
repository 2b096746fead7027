private typealias Row = Rows<ArgumentSeatState>

/// 论证: P15, P16.
extension ArgumentSeat {
    static let rows: [Transition] = [
        Row.effect(
            "P15", variant: "open", of: [.argumentOpened], from: [], to: [.named],
            events: [.argumentExpertNamed]
        ) { (turn: inout Turn) throws(Refusal) in
            let argument = (turn.case.argumentSeats.all.map(\.argument).max() ?? 0) + 1
            let experts = turn.cause?.fields[F.argumentExperts] ?? []
            for (index, person) in experts.enumerated() {
                turn.nameExpert(person, argument: argument, isChair: index == 0)
            }
        },
        Row.command(
            "P15", "name-argument-expert", variant: "name", from: [], to: [.named],
            by: .chain(.caseOfficer, .reviewer), in: [.arguing],
            fields: [.required(F.person), .optional(F.reason)],
            guards: [expertAppointed, expertNotSeated, expertWithoutConflict],
            events: [.argumentExpertNamed], act: "ArgumentExpertNaming"
        ) { (turn: inout Turn) throws(Refusal) in
            let seats = turn.case.presentArgument
            let reason = turn.fields[F.reason]
            turn.nameExpert(
                turn.fields[F.person, default: ""], argument: seats.first?.argument ?? 1,
                isChair: !seats.contains(where: \.isChair), reason: reason)
        },
        // Nobody sees the text before this (P15): confidentiality first, then no interest.
        Row.command(
            "P15", "declare", from: [.named], to: [.declared], by: .any(.argumentExpert),
            in: [.arguing],
            fields: [.required(F.confidentialityPledge), .required(F.noInterestPledge)],
            guards: [ofPresentArgument, bothPledged, ownSeatWithoutConflict],
            events: [.argumentDeclared]),
        Row.command(
            "P15", "recuse", variant: "recuse", from: [.named, .declared], to: [.recused],
            by: .any(.argumentExpert), in: [.arguing], reason: true, guards: [ofPresentArgument],
            events: [.argumentRecused], action: recuse),
        Row.command(
            "P15", "report-conflict", variant: "report", from: [.named, .declared, .voted], to: [],
            by: .any(.argumentExpert, .enterprise, .caseOfficer, .liaison), in: [.arguing],
            reason: true, guards: [ofPresentArgument], events: [.argumentConflictReported]),
        Row.command(
            "P15", "order-recusal", variant: "order", from: [.named, .declared, .voted],
            to: [.recused], by: .any(.supervisor), in: [.arguing], reason: true,
            guards: [ofPresentArgument], events: [.argumentRecused], action: recuse),
        Row.command(
            "P16", "vote", from: [.declared], to: [.voted], by: .any(.argumentExpert),
            in: [.arguing], fields: [.required(F.vote)], reason: true,
            guards: [ofPresentArgument, ownSeatWithoutConflict], events: [.argumentVoted]),
    ]

    /// The chair passes to the next seat that is left, so that the argument can be concluded.
    private static let recuse: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let wasChair = turn.case.argumentSeats[turn.subject.id]?.isChair == true
        turn.record(.argumentRecused)
        guard wasChair, let next = turn.case.presentArgument.first(where: \.isActive) else {
            return
        }
        turn.record(.argumentChairNamed, on: next.reference)
    }

    static let duties: [Duty] = [
        .of(
            "P15", act: "ArgumentDeclaration", states: [ArgumentSeatState.named], in: [.arguing],
            awaits: [.argumentExpert], command: "declare", applies: isPresent, due: voteDue),
        .of(
            "P16", act: "ArgumentVote", states: [ArgumentSeatState.declared], in: [.arguing],
            awaits: [.argumentExpert], command: "vote", applies: isPresent, due: voteDue),
        .of(
            "P15", act: "ArgumentConflict", states: [ArgumentSeatState.named, .declared, .voted],
            in: [.arguing], awaits: [.supervisor], command: "order-recusal",
            applies: { isPresent($0) && seat(of: $0)?.isReported == true }),
    ]

    /// One period for the whole of an expert's part: `argue.workdays` from its naming.
    static let voteDue: @Sendable (Turn) -> Instant? = { turn in
        seat(of: turn)?.namedAt.map { turn.workdays(.argueWorkdays, after: $0) }
    }

    private static let isPresent: @Sendable (Turn) -> Bool = { turn in
        turn.case.presentArgument.contains { $0.id == turn.subject.id }
    }

    static func seat(of turn: Turn) -> ArgumentSeat? { turn.case.argumentSeats[turn.subject.id] }
}

extension Turn {
    fileprivate mutating func nameExpert(
        _ person: PersonID, argument: Int, isChair: Bool, reason: String? = nil
    ) {
        let id = self.case.argumentSeats.nextID
        record(
            .argumentExpertNamed, on: ObjectReference(.argumentSeat, id),
            to: ArgumentSeatState.named
        ) {
            $0[F.person] = person
            $0[F.argument] = argument
            $0[F.isChair] = isChair
            $0[F.reason] = reason
        }
    }
}
