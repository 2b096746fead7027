private typealias Row = Rows<EntitlementState>

extension Entitlement {
    /// The rows of the machine `entitlement`: Y1, Y2, Y16, and what Y12 and Y14 make of it.
    static let rows: [Transition] = [
        Row.effect(
            "Y1", of: [.milestoneApproved], from: [], to: [.open],
            guards: [.concerned("moneyForMilestone") { part(for: $0) != nil }],
            events: [.entitlementCreated], action: createForMilestone),
        Row.effect(
            "Y1", variant: "termination", of: [.contractSettled], from: [], to: [.open],
            guards: [.concerned("moneyStillDue") { dueOnSheet($0) > .zero }],
            events: [.entitlementCreated], action: createForTermination),
        Row.command(
            "Y1", "claim", variant: "claim", from: [], to: [.open],
            by: .any(.enterprise, .bidder), home: .claim,
            fields: [
                .required(F.claimPolicy), .required(F.claimBase), .required(F.claimAsked),
                .required(F.baseDocument),
            ], guards: [ownStream, .madeOnce, claimantFree, paperUnused, somethingLeft],
            events: [.entitlementCreated], action: claim),
        Rows<ContractState>.command(
            "Y2", "record-share-paid",
            from: [.effective, .amending, .delivered, .accepted, .closed, .terminated], to: [],
            by: .chain(.enterprise, .bidder),
            in: [.marketEval, .settling, .concluded, .postReviewed],
            fields: [
                .required(F.amount), .required(F.paymentReference), .required(F.paidOn),
            ], guards: [shareWithinContract, paidByToday], events: [.enterpriseSharePaid],
            act: "EnterpriseShareRecord"),
        Row.effect(
            "Y12", variant: "settle", of: [.payoutPaid], from: [.open], to: [.settled],
            guards: [.concerned("ownPayout", isPaidByCause)], events: [.entitlementSettled],
            action: settle),
        Row.effect(
            "Y14", variant: "refuse", of: [.payoutRejected], from: [.open], to: [.refused],
            guards: [.concerned("ownPayout", isPaidByCause)], events: [.entitlementRefused],
            action: refuse),
        Row.command(
            "Y16", "remind", variant: "remind", from: [.open], to: [], by: .any(.caseOfficer),
            guards: [unclaimed, anotherDay], events: [.entitlementReminded]),
        Row.command(
            "Y16", "waive", from: [.open], to: [.waived],
            by: Authority(
                signatures: [[.bidder, .enterprise], [.bidderSignatory]], isOrdered: false),
            reason: true, hold: true, guards: [Payout.payeesOwn, inSettlement, notOrdered],
            events: [.entitlementWaived], act: "EntitlementWaiver", action: waive),
        Row.command(
            "Y16", "waive-unclaimed", variant: "unclaimed", from: [.open], to: [.waived],
            by: .chain(.caseOfficer, .reviewer), reason: true, hold: true,
            guards: [inSettlement, unclaimed, claimOverdue, remindedEnough],
            events: [.entitlementWaived], act: "UnclaimedWaiver", action: waive),
    ]

    static let duties: [Duty] = []

    // Y1

    /// What an approval adds: the part for all that is approved, less what the milestone has had.
    private static func part(for turn: Turn) -> (amount: Money, milestone: Milestone)? {
        guard let cause = turn.cause, let found = turn.caseIfAny,
            let milestone = found.milestones[cause.subject.id],
            let contract = found.contracts[milestone.contract]
        else { return nil }
        let approved = cause.fields[F.approvedBasisPoints] ?? milestone.basisPoints
        let had = found.entitlements.all.filter { $0.milestone == milestone.id }
            .reduce(Money.zero) { $0 + $1.amount }
        let whole = found.countyPart(of: milestone, approved: approved)
        let amount = min(whole - had, found.entitlementLeft(of: contract))
        return amount > .zero ? (amount, milestone) : nil
    }

    private static let createForMilestone: Transition.Action = {
        (turn: inout Turn) throws(Refusal) in
        guard let (amount, milestone) = part(for: turn),
            let contract = turn.case.contracts[milestone.contract]
        else { return }
        let isWhole = turn.cause?.state == MilestoneState.met.rawValue
        create(&turn) {
            $0[F.entitledMilestone] = milestone.id
            $0[F.entitledContract] = contract.id
            $0[F.payee] = contract.bidder
            $0[F.amount] = amount
            $0[F.why] = isWhole ? .milestone : .milestonePart
        }
    }

    /// The sheet's due part, once the time to object to the termination is over (K17).
    private static func dueOnSheet(_ turn: Turn) -> Money {
        guard let id = turn.cause?.subject.id, let contract = turn.caseIfAny?.contracts[id],
            let due = contract.sheet?.due
        else { return .zero }
        return min(due, turn.case.entitlementLeft(of: contract))
    }

    private static let createForTermination: Transition.Action = {
        (turn: inout Turn) throws(Refusal) in
        guard let id = turn.cause?.subject.id, let contract = turn.case.contracts[id] else {
            return
        }
        let amount = dueOnSheet(turn)
        create(&turn) {
            $0[F.entitledContract] = contract.id
            $0[F.payee] = contract.bidder
            $0[F.amount] = amount
            $0[F.why] = .termination
        }
    }

    private static func create(_ turn: inout Turn, _ fill: (inout Record) -> Void) {
        turn.record(
            .entitlementCreated, on: ObjectReference(.entitlement, turn.entitlements.nextID),
            to: EntitlementState.open, fill: fill)
    }

    private static let ownStream = Guard.standing("claimStream") { turn in
        turn.world[turn.stream].aggregate is PolicyClaim && turn.entitlements.isEmpty
            ? nil
            : Breach(
                .claimElsewhere, given: .string(turn.stream.text),
                accepted: .string(StreamID.Kind.claim.rawValue))
    }

    private static let claimantFree = Guard.standing("payeeNotSanctioned") { turn in
        turn.restrictionBreach(turn.signature.organisation)
    }

    /// One paper, one claim under a policy.
    private static let paperUnused = Guard.input("paperUnused") { turn in
        guard let policy = turn.fields[F.claimPolicy], let paper = turn.fields[F.baseDocument]
        else { return nil }
        let key = DocumentNumber.key(kind: policy.rawValue, number: paper)
        return turn.world.register.documentHolders[key].map {
            Breach(.documentUsed, given: .string(paper), ["holder": .string($0)])
        }
    }

    private static func claimAmount(_ turn: Turn) -> (ClaimAmount, cap: Money, left: Money) {
        let policy = turn.fields[F.claimPolicy, default: .rdAward]
        let cap = policy.cap(turn.policy)
        let key = policy.rawValue + "/" + turn.signature.organisation
        let left = cap - (turn.world.register.granted[key] ?? .zero)
        let amount = ClaimAmount(
            asked: turn.fields[F.claimAsked, default: .zero],
            base: turn.fields[F.claimBase, default: .zero], cap: cap,
            ratio: policy.ratio(turn.policy), left: left)
        return (amount, cap, left)
    }

    private static let somethingLeft = Guard.input("somethingLeft") { turn in
        let (claim, _, left) = claimAmount(turn)
        return claim.amount > .zero
            ? nil
            : Breach(
                .nothingLeft, given: turn.fields[F.claimAsked]?.json, accepted: left.json)
    }

    private static let claim: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let (claim, cap, left) = claimAmount(turn)
        let (fields, payee) = (turn.fields, turn.signature.organisation)
        create(&turn) {
            $0 = fields
            $0[F.payee] = payee
            $0[F.amount] = claim.amount
            $0[F.why] = claim.why
            $0[F.claimCap] = cap
            $0[F.claimLeft] = left
        }
    }

    // Y2

    private static let shareWithinContract = Guard.input("shareWithinContract") { turn in
        guard let contract = turn.caseIfAny?.contracts[turn.subject.id] else { return nil }
        let left = contract.enterpriseShare - contract.enterprisePaid
        let amount = turn.fields[F.amount] ?? .zero
        return amount > .zero && amount <= left
            ? nil : Breach(.shareBeyondContract, given: amount.json, accepted: left.json)
    }

    /// Nobody vouches for a payment that is still to come.
    private static let paidByToday = Guard.input("paidByToday") { turn in
        guard let day = turn.fields[F.paidOn], day > turn.now.day else { return nil }
        return Breach(.paidInFuture, given: day.json, accepted: turn.now.day.json)
    }

    // Y12, Y14

    private static func isPaidByCause(_ turn: Turn) -> Bool {
        turn.cause.flatMap { turn.payouts[$0.subject.id] }?.entitlement == turn.subject.id
    }

    private static let settle: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let amount = turn.cause?.fields[F.amount]
        turn.record(.entitlementSettled) { $0[F.amount] = amount }
    }

    private static let refuse: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let cause = turn.cause?.fields
        turn.record(.entitlementRefused) {
            $0[F.reason] = cause?[F.reason]
            $0[F.clause] = cause?[F.clause]
            $0[F.rejectionGround] = cause?[F.rejectionGround]
        }
    }

    // Y16

    /// In a case it is done in settlement, and after an early end; a claim has no such stage.
    private static let inSettlement = Guard.standing("inSettlement") { turn in
        guard let found = turn.caseIfAny else { return nil }
        let state = found.challenge.state
        return state == .settling || state.isTerminal
            ? nil
            : Breach(.waiveLater, given: state.json, accepted: ChallengeState.settling.json)
    }

    private static let notOrdered = Guard.standing("notOrdered") { turn in
        let moved: Set<PayoutState> = [.ordered, .paid, .failed]
        guard let state = turn.payoutOfEntitlement?.state, moved.contains(state) else {
            return nil
        }
        return Breach(.alreadyOrdered, given: state.json)
    }

    private static let unclaimed = Guard.standing("unclaimed") { turn in
        guard let payout = turn.payoutOfEntitlement, payout.state != .draft else { return nil }
        let state = payout.state
        // Nobody has asked for it yet, nor can while it is held (Y15).
        guard state != .suspended || payout.suspendedFrom != .draft else {
            return Breach(.claimHeld, given: state.json, accepted: PayoutState.draft.json)
        }
        return Breach(.alreadyClaimed, given: state.json, accepted: PayoutState.draft.json)
    }

    private static let anotherDay = Guard.standing("notRemindedToday") { turn in
        guard let last = turn.ownEntitlement?.reminders.last, last.day == turn.now.day else {
            return nil
        }
        return Breach(
            .remindedToday, given: last.day.json, accepted: last.day.adding(1).json)
    }

    private static let claimOverdue = Guard.standing("claimOverdue") { turn in
        guard let due = turn.payoutOfEntitlement.flatMap(turn.claimDue(of:)) else { return nil }
        return turn.now > due
            ? nil : Breach(.claimStillInTime, given: turn.now.json, accepted: due.json)
    }

    private static let remindedEnough = Guard.standing("remindedEnough") { turn in
        let given = turn.ownEntitlement?.reminders.count ?? 0
        let needed = turn.policy[.entitlementReminders]
        return given >= needed
            ? nil : Breach(.remindersMissing, given: given.json, accepted: needed.json)
    }

    private static let waive: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let amount = turn.ownEntitlement?.amount ?? .zero
        turn.record(.entitlementWaived) { $0[F.amount] = amount }
        if turn.caseIfAny != nil { turn.releaseCommitment(amount, "Y16") }
    }
}

extension F {
    package static let claimCap = Field<Money>("cap")
    package static let claimLeft = Field<Money>("left")
}
