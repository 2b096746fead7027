/// A report of misconduct, its decision and its term.
package struct Sanction: CaseObject {
    package let id: String
    package var state: SanctionState
    /// The organisation or person it concerns.
    package internal(set) var target: String = ""
    /// Empty where the clock reported: a lapsed award, a breached contract.
    package internal(set) var reporter: PersonID = ""
    package internal(set) var facts: String = ""
    package internal(set) var challenge: String?
    /// The bid that the fraud was in (B24).
    package internal(set) var bid: String?
    /// Until when the target may state its defence (X3).
    package internal(set) var defenceUntil: Instant?
    package internal(set) var decision: SanctionDecision?
    package internal(set) var from: Instant?
    package internal(set) var until: Instant?
    package internal(set) var effectiveAt: Instant?

    package init(id: String, state: SanctionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .sanctionReported:
            target = event.fields[Self.target] ?? ""
            facts = event.fields[Self.facts] ?? ""
            challenge = event.fields[F.challenge]
            bid = event.fields[F.bid]
            reporter = event.by.actor.person ?? ""
        case .sanctionNotified: defenceUntil = event.fields[F.until]
        case .sanctionDecided: takeTerm(of: event)
        case .sanctionEffective:
            takeTerm(of: event)
            effectiveAt = event.at
        default: break
        }
    }

    private mutating func takeTerm(of event: Event) {
        decision = event.fields[Self.decision] ?? decision
        from = event.fields[F.from] ?? from
        until = event.fields[F.until] ?? until
    }
}

extension Sanction {
    /// Whether its target is shut out at an instant: what the register of restrictions is filled
    /// from, with `until` as the end; nil there for no end.
    package func isRestricting(at instant: Instant) -> Bool {
        [.effective, .repairAsked].contains(state) && decision == .restricted
            && from.map { $0 <= instant } ?? true && until.map { instant < $0 } ?? true
    }
}
