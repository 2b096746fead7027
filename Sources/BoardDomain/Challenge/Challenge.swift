/// One challenge: its content, who runs it, and its call.
package struct Challenge: CaseObject {
    package let id: String
    package var state: ChallengeState
    /// Unified code of the enterprise that set it.
    package internal(set) var enterprise: String = ""
    package internal(set) var enterpriseName: String = ""
    /// The content in force.
    package internal(set) var terms = Terms(record: Record())
    /// 0 before the first submission.
    package internal(set) var termsVersion: Int = 0
    package internal(set) var termsDigest: Digest?
    /// The version that bids are made on; moves with a substantive amendment.
    package internal(set) var listVersion: Int = 0
    /// Drafted by the bureau and not yet confirmed by the enterprise (C1).
    package internal(set) var isOnBehalf: Bool = false
    /// Where it was imported from: code/year/title.
    package internal(set) var importKey: String?
    /// Whom the draft names to be asked; nil where it names nobody.
    package internal(set) var contact: ProtectedText?
    /// Whether nobody can read it any more (G7).
    package internal(set) var isContactErased: Bool = false
    /// The case officer (C3, G11).
    package internal(set) var assignee: PersonID?
    package internal(set) var liaison: PersonID?
    /// How often it was returned (C4).
    package internal(set) var returns: Int = 0
    package internal(set) var argumentConcludedAt: Instant?
    /// The list edition that published it.
    package internal(set) var edition: String = ""
    /// The pool of its reservation, `JBGS-2026`.
    package internal(set) var pool: String = ""
    /// What the pool holds for it, commitments included.
    package internal(set) var reserved: Money = .zero
    /// Whether it came back into the demand pool because its budget fell away (C7b).
    package internal(set) var hasLostBudget: Bool = false
    /// Scheduled publication (C9), with the fields of the act that scheduled it.
    package internal(set) var publishAt: Instant?
    package internal(set) var scheduled = Record()
    package internal(set) var publishedAt: Instant?
    /// Exclusive (scenario 1).
    package internal(set) var deadline: Instant?
    /// The two openers and their keys, named in ListPublished.
    package internal(set) var openers: [Opener] = []
    /// Commitments of seals that waited for a signature when an opener changed: their shares are not
    /// for the openers any more (G14).
    package internal(set) var staleSeals: Set<String> = []
    /// The recovery public key, hexadecimal.
    package internal(set) var recoveryKey: String?
    /// Hash of the row before CallClosed: part of the draw's seed (C14).
    package internal(set) var closedHead: Digest?
    package internal(set) var closedAt: Instant?
    /// The opener who has handed on his shares (C16).
    package internal(set) var firstOpener: PersonID?
    /// The reviewer who asked for the recovery key (C16b).
    package internal(set) var recoveryAskedBy: PersonID?
    /// Where a cancellation came from (C13).
    package internal(set) var origin: ChallengeState?
    /// Of the evaluation and its result: one more after each return by C19b or C22.
    package internal(set) var round: Int = 1
    package internal(set) var awardedAt: Instant?
    /// Ad hoc supervisors named for this case (G12).
    package internal(set) var supervisors: [PersonID] = []
    /// The challenge whose call failed before (relaunch).
    package internal(set) var predecessor: String?
    package internal(set) var successor: String?
    /// Why it ended, where it ended early.
    package internal(set) var cause: String = ""
    package internal(set) var createdAt: Instant?
    package internal(set) var bidsOpenedAt: Instant?
    package internal(set) var archivedAt: Instant?
    package internal(set) var concludedAt: Instant?
    package internal(set) var stays: [LaneStay] = []

    package init(id: String, state: ChallengeState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        note(event.at)
        switch event.type {
        case .challengeDrafted:
            enterprise = fields[F.enterprise, default: ""]
            enterpriseName = fields[F.enterpriseName, default: ""]
            importKey = fields[F.importKey]
            contact = fields[F.contact]
            isOnBehalf = event.by.capacity == .caseOfficer && fields[F.predecessor] == nil
            predecessor = fields[F.predecessor]
            assignee = fields[F.assignee]
            pool = fields[F.pool, default: ""]
            reserved = fields[F.amount, default: .zero]
            argumentConcludedAt = fields[F.argumentConcludedAt]
            createdAt = event.at
            take(fields)
        case .challengeRevised: take(fields)
        case .challengeSubmitted:
            isOnBehalf = false
            take(fields)
        case .assistStarted:
            assignee = fields[F.assignee]
            liaison = fields[F.liaison] ?? liaison
        case .contactErased: isContactErased = true
        case .caseReassigned: assignee = fields[F.assignee] ?? assignee
        case .supervisorNamed:
            if let person = fields[F.person] { supervisors.append(person) }
        case .returnedForCorrection: returns += 1
        case .argumentOpened:
            hasLostBudget = false
            take(fields)
        case .argumentConcluded:
            argumentConcludedAt = event.at
            pool = fields[F.pool] ?? pool
            reserved = fields[F.amount] ?? reserved
        case .budgetLost:
            reserved = .zero
            hasLostBudget = true
        case .publicationScheduled:
            publishAt = fields[F.publishAt]
            scheduled = fields
        case .publicationMissed: publishAt = nil
        case .listPublished: publish(fields, at: event.at)
        case .termsAmended:
            take(fields)
            if fields[F.isSubstantive] == true { listVersion = termsVersion }
        case .deadlineExtended: deadline = fields[F.deadline] ?? deadline
        case .cancellationProposed:
            origin = fields[F.origin]
            cause = fields[F.cancellationCause]?.rawValue ?? ""
        case .cancellationUndone:
            origin = nil
            cause = ""
        case .callClosed:
            closedHead = fields[F.head]
            closedAt = event.at
            if origin == .open { origin = .closed }
        case .bidsOpened: bidsOpenedAt = event.at
        case .recoveryAsked: recoveryAskedBy = event.by.actor.person
        case .openerSucceeded:
            staleSeals.formUnion(fields[F.commitments])
            guard let person = event.by.actor.person, let successor = fields[F.openerSuccessor]
            else { break }
            openers = openers.map { $0.person == person ? successor : $0 }
        case .openingAttended: firstOpener = event.by.actor.person
        case .rankingRefused, .challengeResumed: round = fields[F.round] ?? round
        case .awardConfirmed: awardedAt = event.at
        case .awardLapsed: round = fields[F.round] ?? round
        case .callFailed: cause = fields[F.failure]?.rawValue ?? ""
        case .challengeTerminated: cause = fields[F.causeText, default: ""]
        case .challengeRevoked: cause = fields[F.reason, default: ""]
        case .challengeRelaunched: successor = fields[F.successor]
        case .documentsArchived: archivedAt = event.at
        case .challengeConcluded: concludedAt = event.at
        default: break
        }
    }

    private mutating func take(_ fields: Record) {
        terms = terms.merging(fields)
        termsVersion = fields[F.termsVersion] ?? termsVersion
        termsDigest = fields[F.termsDigest] ?? termsDigest
    }

    private mutating func publish(_ fields: Record, at instant: Instant) {
        take(fields)
        edition = fields[F.edition, default: ""]
        deadline = fields[F.deadline]
        openers = fields[F.openers]
        recoveryKey = fields[F.recoveryKey]
        listVersion = termsVersion
        publishedAt = instant
        publishAt = nil
    }

    /// The least number of valid bids (C15, C18): what the list demands, else the policy.
    package func minBids(_ policy: Policy) -> Int {
        terms.record[F.minBids] ?? policy[.bidsMinValid]
    }
}

extension F {
    package static let amount = Field<Money>("amount")
    package static let argumentConcludedAt = Field<Instant>("argumentConcludedAt")
    package static let causeText = Field<String>("causeText", .text(400))
}
