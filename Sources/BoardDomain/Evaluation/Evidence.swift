/// One item of evidence: an order, an invoice, a rating.
package struct Evidence: CaseObject {
    package let id: String
    package var state: EvidenceState
    package internal(set) var evaluation: String = ""
    package internal(set) var kind: String = ""
    /// Unique on the board (I24), as `DocumentNumber.normal` writes it.
    package internal(set) var number: String = ""
    package internal(set) var amount: Money = .zero
    /// Unified code.
    package internal(set) var counterparty: String = ""
    package internal(set) var submitter: PersonID = ""
    package internal(set) var date: Day = Day(number: 0)
    package internal(set) var stars: Int = 0
    /// The counterparty has confirmed it.
    package internal(set) var isConfirmed: Bool = false
    /// Handed in after the window, for the recheck (E13).
    package internal(set) var isForRecheck: Bool = false

    package init(id: String, state: EvidenceState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .evidenceSubmitted:
            evaluation = event.fields[F.evidenceEvaluation, default: ""]
            kind = event.fields[F.evidenceKind]?.rawValue ?? ""
            number = event.fields[F.documentNumber, default: ""]
            amount = event.fields[F.evidenceAmount, default: .zero]
            counterparty = event.fields[F.counterparty, default: ""]
            submitter = event.by.actor.person ?? ""
            date = event.fields[F.evidenceDay] ?? event.at.day
            stars = event.fields[F.stars, default: 0]
            isForRecheck = event.fields[F.forRecheck, default: false]
        case .transactionConfirmed: isConfirmed = true
        default: break
        }
    }

    /// Still bars its document from being used again: only withdrawing it frees the number (E4).
    package var holdsDocument: Bool { state != .withdrawn }

    /// Neither withdrawn nor refused.
    var stands: Bool { state != .withdrawn && state != .refused }

    package var evidenceKind: EvidenceKind? { EvidenceKind(rawValue: kind) }
    package var isRating: Bool { evidenceKind == .rating }

    /// The key of its document in the board's register.
    package var documentKey: String { DocumentNumber.key(kind: kind, number: number) }
}

extension F {
    package static let forRecheck = Field<Bool>("recheck")
}
