/// A payment on an entitlement, from draft to paid, and back where it is recovered.
package struct Payout: CaseObject {
    /// A time for which the board, not the payee, had it in hand; open at its end while it has.
    package struct Handling: Hashable, Sendable, Codable {
        package let from: Instant
        package internal(set) var until: Instant?
    }

    package let id: String
    package var state: PayoutState
    package internal(set) var entitlement: String = ""
    package internal(set) var amount: Money = .zero
    package internal(set) var payee: String = ""
    package internal(set) var pool: String = ""
    /// The order of approval in its pool.
    package internal(set) var rank: Int?
    package internal(set) var recovered: Money = .zero
    package internal(set) var recoverable: Money = .zero
    package internal(set) var account: PayeeAccount?
    package internal(set) var documents: [Digest] = []
    /// Every key under which it was ordered: a key is never used twice (Y11).
    package internal(set) var orderKeys: [String] = []
    package internal(set) var confirmation: String = ""
    package internal(set) var handlings: [Handling] = []
    /// The state that a suspension found it in, and what suspended it (Y15).
    package internal(set) var suspendedFrom: PayoutState?
    package internal(set) var suspendedBy: String = ""
    package internal(set) var recoverUntil: Instant?
    package internal(set) var recoveryCause: String = ""
    package internal(set) var paidAt: Instant?
    /// Since when the payee may ask for it: from the draft on, or from the end of a hold (Y15, Y16).
    package internal(set) var claimableSince: Instant?

    package init(id: String, state: PayoutState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .payoutDrafted:
            entitlement = fields[F.payoutEntitlement, default: ""]
            amount = fields[F.amount, default: .zero]
            payee = fields[F.payee, default: ""]
            claimableSince = event.at
        case .payoutSubmitted:
            account = fields[F.payeeAccount]
            documents = fields[F.documents]
            handlings.append(Handling(from: event.at))
        case .payoutChecked: amount = fields[F.correctedAmount] ?? amount
        case .payoutReturned: pause(event.at)
        case .payoutReviewed: pool = fields[F.pool, default: ""]
        case .payoutApproved: rank = fields[F.rankInPool]
        case .payoutSentBack:
            rank = nil
            // Out of a suspension it is in hand again.
            if handlings.last?.until != nil { handlings.append(Handling(from: event.at)) }
        case .payoutOrdered: orderKeys.append(fields[F.idempotencyKey, default: ""])
        case .payoutPaid:
            confirmation = fields[F.confirmationNumber, default: ""]
            paidAt = event.at
            pause(event.at)
        case .payoutFailed: if state == .submitted { rank = nil }
        case .payoutSuspended:
            suspendedFrom = fields[F.suspendedState]
            suspendedBy = fields[F.suspendedBy, default: ""]
            pause(event.at)
        case .payoutResumed:
            suspendedFrom = nil
            suspendedBy = ""
            if state == .draft {
                claimableSince = event.at
            } else {
                handlings.append(Handling(from: event.at))
            }
        case .clawbackOpened:
            recoverable = fields[F.amount, default: .zero]
            recoverUntil = fields[F.recoverUntil]
            recoveryCause = fields[F.recoveryCause, default: ""]
        case .recoveryReceived: recovered += fields[F.amount, default: .zero]
        default: break
        }
    }

    private mutating func pause(_ instant: Instant) {
        if let last = handlings.indices.last, handlings[last].until == nil {
            handlings[last].until = instant
        }
    }

    /// When it is to be paid: so many workdays after the first submission, leaving out the time it
    /// lay with the payee or was suspended (Y5, Y12); nil while it does.
    package func due(_ turn: Turn) -> Instant? {
        guard let last = handlings.last, last.until == nil else { return nil }
        let used = handlings.dropLast().reduce(0) { sum, time in
            sum + turn.calendar.workdaysBetween(time.from.day, (time.until ?? time.from).day)
        }
        let left = max(turn.policy[.payoutSlaWorkdays] - used, 1)
        return turn.calendar.workdays(left, after: last.from.day, counting: .excluded).last.end
    }
}

extension F {
    package static let suspendedState = Field<PayoutState>("from")
}
