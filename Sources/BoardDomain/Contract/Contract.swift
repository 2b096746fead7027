/// The contract of one lane, with its pledge.
package struct Contract: CaseObject {
    package let id: String
    package var state: ContractState
    package internal(set) var bid: String = ""
    package internal(set) var lane: Int = 1
    /// Unified code.
    package internal(set) var bidder: String = ""
    package internal(set) var text = ContractText()
    /// 0 before the parties agree; one more with each agreement and amendment.
    package internal(set) var version: Int = 0
    package internal(set) var textDigest: Digest?
    package internal(set) var amount: Money = .zero
    package internal(set) var countyShare: Money = .zero
    package internal(set) var enterpriseShare: Money = .zero
    /// C23 or the lane's award: signing runs from here.
    package internal(set) var awardedAt: Instant?
    /// The registrar wants another text: signing runs anew from here (K7).
    package internal(set) var correctedAt: Instant?
    package internal(set) var signedBy: Set<ContractParty> = []
    package internal(set) var pledgeSigned: Bool = false
    package internal(set) var filedAt: Instant?
    package internal(set) var registrationRefusals: Int = 0
    /// Empty where the registration was waived.
    package internal(set) var registrationNumber: String = ""
    package internal(set) var turnover: Money = .zero
    package internal(set) var technicalTurnover: Money = .zero
    package internal(set) var effectiveAt: Instant?
    package internal(set) var plans: [MilestonePlan] = []
    package internal(set) var amendment: Amendment?
    /// Targets that differ from the list's, by amendment (K12).
    package internal(set) var indicatorChanges: [IndicatorChange] = []
    /// The enterprise has named defects once (K16).
    package internal(set) var defectsNamed: Bool = false
    package internal(set) var acceptedAt: Instant?
    package internal(set) var ground: TerminationGround?
    package internal(set) var terminatedAt: Instant?
    package internal(set) var sheet: SettlementSheet?
    package internal(set) var cause: String = ""
    /// The window to object to its termination is over, and its rest is back in the pool (L5).
    package internal(set) var isSettled: Bool = false
    /// Back after its termination was annulled: a lost gate binds it no more (O11).
    package internal(set) var isRestored: Bool = false
    /// What the enterprise has shown to have paid of its own share (Y2).
    package internal(set) var enterprisePaid: Money = .zero
    package internal(set) var shareDisputed: Bool = false

    package init(id: String, state: ContractState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .contractDrafted:
            bid = fields[F.contractBid, default: ""]
            bidder = fields[F.contractBidder, default: ""]
            lane = fields[F.contractLane, default: 1]
            awardedAt = event.at
            take(fields)
        case .contractTextSet: take(fields)
        case .contractAgreed:
            version = fields[F.contractVersion, default: version]
            textDigest = fields[F.textDigest]
        case .contractReopened: voidSignatures()
        case .contractSigned: if let party = fields[F.party] { signedBy.insert(party) }
        case .pledgeSigned:
            if amendment == nil { pledgeSigned = true } else { amendment?.pledgeSigned = true }
        case .registrationFiled: filedAt = event.at
        case .contractRegistered:
            registrationNumber = fields[F.registrationNumber, default: ""]
            turnover = fields[F.turnover, default: .zero]
            technicalTurnover = fields[F.technicalTurnover, default: .zero]
        case .registrationRefused:
            registrationRefusals += 1
            filedAt = nil
            if state == .draft {
                correctedAt = event.at
                voidSignatures()
            }
        case .contractEffective: effectiveAt = event.at
        case .amendmentProposed: amendment = Amendment(event)
        case .amendmentSigned:
            if let party = fields[F.party] { amendment?.signedBy.insert(party) }
        case .amendmentOpinionGiven:
            if let person = event.by.actor.person {
                amendment?.opinions[person] = fields[F.approves, default: false]
            }
        case .contractAmended: takeAmendment(fields)
        case .amendmentDropped: amendment = nil
        case .acceptanceRefused: defectsNamed = true
        case .contractAccepted: acceptedAt = event.at
        case .deliveryUndone: acceptedAt = nil
        default: applyEnd(event)
        }
    }

    private mutating func applyEnd(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .terminationGround:
            ground = TerminationGround(
                cause: fields[F.terminationCause, default: .agreement], party: fields[F.party],
                statedAt: event.at, until: fields[F.hearingUntil, default: event.at])
        case .terminationAnswered:
            if let party = fields[F.party] {
                ground?.answers[party] = fields[F.consents, default: false]
            }
        case .terminationGroundDropped: ground = nil
        case .contractTerminated:
            terminatedAt = event.at
            sheet = fields[F.sheet]
            cause = fields[F.terminationCause]?.rawValue ?? ""
            ground = nil
            amendment = nil
        case .contractRescinded: cause = fields[F.reason, default: ""]
        case .contractSettled: isSettled = true
        case .terminationUndone:
            terminatedAt = nil
            sheet = nil
            cause = ""
            // A gate that is decided again binds; a termination annulled by itself does not.
            isRestored = event.rule == "K17/annul"
        case .enterpriseSharePaid: enterprisePaid += fields[F.contractAmount, default: .zero]
        case .enterpriseShareDisputed: shareDisputed = true
        default: break
        }
    }

    private mutating func voidSignatures() {
        signedBy = []
        pledgeSigned = false
    }

    private mutating func take(_ fields: Record) {
        text = text.merging(fields)
        amount = text.amount
        countyShare = text.countyShare
        enterpriseShare = text.enterpriseShare
        plans = text.plans
    }

    private mutating func takeAmendment(_ fields: Record) {
        if let amendment {
            take(amendment.changes)
            let changed = Set(amendment.indicatorChanges.map(\.number))
            indicatorChanges.removeAll { changed.contains($0.number) }
            indicatorChanges += amendment.indicatorChanges
        }
        version = fields[F.contractVersion, default: version]
        textDigest = fields[F.textDigest] ?? textDigest
        amendment = nil
    }
}
