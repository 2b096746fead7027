/// One challenge: its content, who runs it, and its call.
package struct Challenge: CaseObject {
    package let id: String
    package var state: ChallengeState
    /// Unified code of the enterprise that set it.
    package internal(set) var enterprise: String = ""
    /// The content in force.
    package internal(set) var terms: Terms = Terms(record: Record())
    /// 0 before the first submission.
    package internal(set) var termsVersion: Int = 0
    package internal(set) var termsDigest: Digest?
    /// The version that bids are made on; moves with a substantive amendment.
    package internal(set) var listVersion: Int = 0
    /// Drafted by the bureau and not yet confirmed by the enterprise (C1).
    package internal(set) var isOnBehalf: Bool = false
    /// Where it was imported from: code/year/title.
    package internal(set) var importKey: String?
    /// The case officer (C3, G11).
    package internal(set) var assignee: PersonID?
    package internal(set) var liaison: PersonID?
    /// How often it was returned (C4).
    package internal(set) var returns: Int = 0
    /// The list edition that published it.
    package internal(set) var edition: String = ""
    /// The pool of its reservation, `JBGS-2026`.
    package internal(set) var pool: String = ""
    /// What the pool holds for it.
    package internal(set) var reserved: Money = .zero
    /// Scheduled publication (C9).
    package internal(set) var publishAt: Instant?
    package internal(set) var publishedAt: Instant?
    /// Exclusive (scenario 1).
    package internal(set) var deadline: Instant?
    /// The two openers and their keys, named in ListPublished.
    package internal(set) var openers: [Opener] = []
    /// The recovery public key, hexadecimal.
    package internal(set) var recoveryKey: String?
    /// Hash of the row before CallClosed: part of the draw's seed (C14).
    package internal(set) var closedHead: Digest?
    package internal(set) var closedAt: Instant?
    /// Where a cancellation or a suspension came from.
    package internal(set) var origin: ChallengeState?
    /// Of the argument, evaluation and result: one more after each C22/C19b return.
    package internal(set) var round: Int = 1
    package internal(set) var awardedAt: Instant?
    /// Ad hoc supervisors named for this case (G12).
    package internal(set) var supervisors: [PersonID] = []
    /// The challenge whose call failed before (relaunch).
    package internal(set) var predecessor: String?
    /// Why it ended, where it ended early.
    package internal(set) var cause: String = ""
    package internal(set) var archivedAt: Instant?
    package internal(set) var concludedAt: Instant?

    package init(id: String, state: ChallengeState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
