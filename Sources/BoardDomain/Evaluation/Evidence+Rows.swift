private typealias Row = Rows<EvidenceState>

extension Evidence {
    /// The rows of the machine `evidence`: E3–E7, and its return by E11.
    static let rows: [Transition] = [
        Row.command(
            "E3", "submit-evidence", from: [], to: [.submitted], by: .any(.enterprise, .bidder),
            in: [.marketEval, .concluded],
            fields: [
                .required(F.evidenceEvaluation), .required(F.evidenceKind),
                .required(F.documentNumber), .optional(F.evidenceAmount),
                .required(F.counterparty), .required(F.evidenceDay), .required(F.evidenceDigest),
            ],
            guards: [openForEvidence, ofTheParties, inWindow, amountGiven, documentUnused],
            events: [.evidenceSubmitted], action: submit),
        Row.command(
            "E3", "give-rating", variant: "rating", from: [], to: [.submitted], by: .any(.buyer),
            in: [.marketEval],
            fields: [
                .required(F.evidenceEvaluation), .required(F.transaction), .required(F.stars),
                .optional(F.evidenceDigest),
            ],
            guards: [openForEvidence, ownTransaction, firstRating, hasTransaction],
            events: [.evidenceSubmitted], action: rate),
        Row.command(
            "E4", "confirm-transaction", from: [.submitted], to: [.confirmed], by: .any(.buyer),
            in: [.marketEval], guards: [unclosed, isTransaction],
            events: [.transactionConfirmed]),
        Row.command(
            "E4", "withdraw-evidence", variant: "withdraw", from: [.submitted],
            to: [.withdrawn], by: .any(.enterprise, .bidder, .buyer),
            in: [.marketEval, .concluded], guards: [submitterWithdraws],
            events: [.evidenceWithdrawn]),
        Row.command(
            "E6", "check-evidence", from: [.submitted, .confirmed], to: [.checked],
            by: .any(.caseOfficer), in: [.marketEval], guards: [unclosed, checkerNotSubmitter],
            events: [.evidenceChecked]),
        Row.command(
            "E7", "refuse-evidence", from: [.submitted, .confirmed], to: [.refused],
            by: .any(.caseOfficer), in: [.marketEval, .concluded], reason: true,
            guards: [checkerNotSubmitter], events: [.evidenceRefused]),
        Row.effect(
            "E7", variant: "related", of: [.evidenceSubmitted], from: [.submitted],
            to: [.excluded], guards: [.concerned("relatedParty", isOfRelatedParty)],
            events: [.evidenceExcluded], action: exclude),
        Row.effect(
            "E11", variant: "item", of: [.ratingReopened], from: [.checked],
            to: [.submitted, .confirmed],
            guards: [
                .concerned("ownEvaluation") { of($0)?.evaluation == $0.cause?.subject.id }
            ], events: [.evidenceReopened], action: reopen),
    ]

    /// Each item waits for its check; the instant by which all must be checked is the evaluation's.
    static let duties: [Duty] = [
        .of(
            "E6", act: "EvidenceItemCheck", states: [EvidenceState.submitted, .confirmed],
            in: [.marketEval], awaits: [.caseOfficer], command: "check-evidence"),
        .of(
            "E4", act: "TransactionConfirmation", states: [EvidenceState.submitted],
            in: [.marketEval], awaits: [.buyer], command: "confirm-transaction", lapses: true,
            applies: { of($0)?.isRating == false && unclosed.breach($0) == nil },
            due: collectionEnd),
        .of(
            "E3/rating", act: "CustomerRating",
            states: [EvidenceState.confirmed, .checked], in: [.marketEval], awaits: [.buyer],
            command: "give-rating", lapses: true, applies: mayBeRated, due: collectionEnd),
    ]

    /// While evidence comes in, until when; a customer who lets it pass has waived its say.
    private static let collectionEnd: @Sendable (Turn) -> Instant? = { turn in
        evaluation(turn).flatMap { collecting.contains($0.state) ? $0.windowEnd : nil }
    }

    private static let collecting: Set<EvaluationState> = [.opened, .collecting]

    /// The first confirmed transaction of a customer who has not rated yet.
    private static func mayBeRated(_ turn: Turn) -> Bool {
        guard let found = of(turn), let evaluation = evaluation(turn),
            collecting.contains(evaluation.state), found.isConfirmed, !found.isRating
        else { return false }
        let own = turn.case.evidence.all.filter {
            $0.evaluation == found.evaluation && $0.counterparty == found.counterparty
        }
        return !own.contains { $0.isRating && $0.stands }
            && own.first { $0.isConfirmed && $0.stands }?.id == found.id
    }

    private static func of(_ turn: Turn) -> Evidence? {
        turn.caseIfAny?.evidence[turn.subject.id]
    }

    private static func evaluation(_ turn: Turn) -> Evaluation? {
        let id = of(turn)?.evaluation ?? turn.fields[F.evidenceEvaluation, default: ""]
        return turn.case.evaluations[id]
    }

    /// While it collects; once it is final and the challenge concluded, for the recheck (E13).
    private static let openForEvidence = Guard.input("openForEvidence") { turn in
        guard let found = evaluation(turn) else {
            return Breach(
                .noSuchEvaluation, given: turn.fields[F.evidenceEvaluation].map(JSON.string),
                accepted: .array(turn.case.evaluations.all.map { .string($0.id) }))
        }
        let open: [EvaluationState] =
            turn.case.challenge.state == .concluded ? [.final] : [.opened, .collecting]
        return open.contains(found.state)
            ? nil
            : Breach(
                .wrongState, given: found.state.json, accepted: .array(open.map(\.json)),
                ["machine": .string(Machine.evaluation.rawValue)])
    }

    private static let ofTheParties = Guard.input("ofTheParties") { turn in
        guard turn.signature.capacity == .bidder, let found = evaluation(turn) else { return nil }
        let bidder = turn.case.contracts[found.contract]?.bidder ?? ""
        return turn.signature.organisation == bidder
            ? nil
            : Breach(
                .notOfTheParty, given: .string(turn.signature.organisation),
                accepted: .string(bidder))
    }

    /// From the opening to the window's end; for the recheck after it; never of a day to come.
    private static let inWindow = Guard.input("inWindow") { turn in
        guard let found = evaluation(turn), let day = turn.fields[F.evidenceDay] else { return nil }
        let isRecheck = found.state == .final
        let first = isRecheck ? found.windowEnd.day.adding(1) : found.openedAt.day
        let last = isRecheck ? turn.now.day : min(found.windowEnd.day, turn.now.day)
        return first <= day && day <= last
            ? nil
            : Breach(
                .outsideWindow, given: .string(day.text),
                accepted: .string("\(first.text) … \(last.text)"))
    }

    private static let amountGiven = Guard.input("amountGiven") { turn in
        let kind = turn.fields[F.evidenceKind]
        if kind == .rating {
            return Breach(.ratingByBuyerOnly, given: kind?.json, accepted: .string("give-rating"))
        }
        let amount = turn.fields[F.evidenceAmount] ?? .zero
        return kind == .adoption || amount > .zero
            ? nil : Breach(.amountMissing, given: amount.json, accepted: .integer(1))
    }

    /// I24: one document, one challenge, one use (scenario 10).
    private static let documentUnused = Guard.input("documentUnused") { turn in
        guard let kind = turn.fields[F.evidenceKind], let number = turn.fields[F.documentNumber]
        else { return nil }
        let key = DocumentNumber.key(kind: kind.rawValue, number: number)
        let own = turn.case.evidence.all.first { $0.holdsDocument && $0.documentKey == key }
        let holder =
            own.map { turn.stream.text + "/" + $0.reference.text }
            ?? turn.world.register.documentHolders[key].flatMap {
                // The register may be older than this stream, which knows its own items.
                $0.hasPrefix(turn.stream.text + "/evidence/") ? nil : $0
            }
        return holder.map { Breach(.documentUsed, given: .string(number), ["holder": .string($0)]) }
    }

    private static let ownTransaction = Guard.input("ownTransaction") { turn in
        let id = turn.fields[F.transaction, default: ""]
        let found = turn.case.evidence[id]
        let isOwn =
            found.map {
                $0.evaluation == turn.fields[F.evidenceEvaluation] && !$0.isRating
                    && $0.counterparty == turn.signature.organisation && $0.isConfirmed
                    && $0.stands
            } ?? false
        return isOwn ? nil : Breach(.noConfirmedTransaction, given: .string(id))
    }

    /// Whoever has bought nothing here, or has rated all that he bought, is not offered to rate.
    private static let hasTransaction = Guard.standing("hasTransaction") { turn in
        let own = turn.case.evidence.all.filter {
            $0.counterparty == turn.signature.organisation && $0.stands
        }
        let bought = own.filter { !$0.isRating && $0.isConfirmed }
        guard !bought.isEmpty else {
            return Breach(.nothingToRate, given: .string(turn.signature.organisation))
        }
        let ratings = own.filter(\.isRating)
        let rated = Set(ratings.map(\.evaluation))
        guard let last = ratings.last, rated.isSuperset(of: bought.map(\.evaluation)) else {
            return nil
        }
        return Breach(.ratedAlready, given: .string(last.reference.text))
    }

    /// One rating for each counterparty organisation.
    private static let firstRating = Guard.input("firstRating") { turn in
        let earlier = turn.case.evidence.all.first {
            $0.evaluation == turn.fields[F.evidenceEvaluation] && $0.isRating
                && $0.counterparty == turn.signature.organisation && $0.stands
        }
        return earlier.map { Breach(.ratedAlready, given: .string($0.reference.text)) }
    }

    private static let unclosed = Guard.standing("unclosed") { turn in
        let open: [EvaluationState] = [.opened, .collecting, .checking]
        guard let state = evaluation(turn)?.state, !open.contains(state) else { return nil }
        return Breach(
            .wrongState, given: state.json, accepted: .array(open.map(\.json)),
            ["machine": .string(Machine.evaluation.rawValue)])
    }

    private static let isTransaction = Guard.standing("isTransaction") { turn in
        of(turn)?.isRating == true ? Breach(.ratingStandsAlone) : nil
    }

    private static let submitterWithdraws = Guard.standing("submitterWithdraws") { turn in
        let person = turn.signature.actor.person
        guard let submitter = of(turn)?.submitter, submitter != person else { return nil }
        return Breach(
            .notYourEvidence, given: person.map(JSON.string), accepted: .string(submitter))
    }

    private static let checkerNotSubmitter = Guard.standing("checkerNotSubmitter") { turn in
        let person = turn.signature.actor.person
        return of(turn)?.submitter == person
            ? Breach(.ownEvidence, given: person.map(JSON.string)) : nil
    }

    /// ENT, BID or the same hand over one of them: computed, nobody has to notice it (E7).
    private static func isOfRelatedParty(_ turn: Turn) -> Bool {
        guard turn.cause?.subject == turn.subject, let found = of(turn),
            let contract = turn.contract(of: turn.subject)
        else { return false }
        return turn.isRelated(found.counterparty, toPartiesOf: contract)
    }

    private static let submit: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let isRecheck = evaluation(turn)?.state == .final
        let fields = turn.fields
        let item = ObjectReference(.evidence, turn.case.evidence.nextID)
        turn.record(.evidenceSubmitted, on: item, to: EvidenceState.submitted) {
            $0 = fields
            $0[F.documentNumber] = DocumentNumber.normal(fields[F.documentNumber, default: ""])
            if isRecheck { $0[F.forRecheck] = true }
        }
    }

    private static let rate: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let fields = turn.fields
        let buyer = turn.signature.organisation
        let item = ObjectReference(.evidence, turn.case.evidence.nextID)
        // A rating has no document: its own place on the board stands for one.
        let number = DocumentNumber.normal(turn.stream.text + "/" + item.text)
        turn.record(.evidenceSubmitted, on: item, to: EvidenceState.submitted) {
            $0 = fields
            $0[F.evidenceKind] = .rating
            $0[F.counterparty] = buyer
            $0[F.documentNumber] = number
        }
    }

    private static let exclude: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let counterparty = of(turn)?.counterparty
        turn.record(.evidenceExcluded) {
            $0[F.counterparty] = counterparty
            $0[F.reason] = "related party"
            $0[F.clause] = "E7"
        }
    }

    private static let reopen: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let before: EvidenceState = of(turn)?.isConfirmed == true ? .confirmed : .submitted
        turn.record(.evidenceReopened, to: before)
    }
}
