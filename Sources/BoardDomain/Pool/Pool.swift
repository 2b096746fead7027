/// A budget pool of one year with its ledger (§10):
/// `allotted + recovered − reserved − committed − paid ≥ 0` after every event.
package struct Pool: CaseObject {
    package let id: String
    package var state: PoolState
    /// `JBGS-2026`.
    package internal(set) var name: String = ""
    package internal(set) var year: Int = 0
    package internal(set) var basis: String = ""
    package internal(set) var allotted: Money = .zero
    /// The documents that allotted, as `DocumentNumber.normal` writes them.
    package internal(set) var documents: Set<String> = []
    package internal(set) var recovered: Money = .zero
    /// What is held for a challenge and not yet committed by a contract.
    package internal(set) var reserved: [String: Money] = [:]
    /// What contracts of a challenge may still draw.
    package internal(set) var committed: [String: Money] = [:]
    package internal(set) var paid: Money = .zero
    /// Approved payouts that wait for their money, by rank.
    package internal(set) var line: [PoolPlace] = []
    package internal(set) var lastRank: Int = 0
    /// The pool that the balance was carried over to (L10).
    package internal(set) var successor: String?

    package init(id: String, state: PoolState) {
        self.id = id
        self.state = state
    }

    package var totalReserved: Money { reserved.values.reduce(.zero, +) }
    package var totalCommitted: Money { committed.values.reduce(.zero, +) }

    /// What nothing holds yet.
    package var free: Money {
        Money(fen: allotted.fen + recovered.fen - totalReserved.fen - totalCommitted.fen - paid.fen)
    }

    /// Reservations that a cut may take back, in the order in which it takes them, each whole: of
    /// challenges not yet published, newest first (L3).
    package func releasable(
        unpublished: Set<String>
    ) -> [(challenge: String, amount: Money)] {
        reserved.filter { unpublished.contains($0.key) }.sorted { $0.key > $1.key }.map {
            ($0.key, $0.value)
        }
    }

    package mutating func apply(_ event: Event) {
        let amount = event.fields[F.amount, default: .zero]
        let challenge = event.fields[F.challenge, default: ""]
        switch event.type {
        case .poolOpened:
            name = event.fields[F.pool, default: ""]
            year = event.fields[F.year, default: 0]
            basis = event.fields[F.basis, default: ""]
        case .poolAllotted:
            allotted = allotted + amount
            documents.insert(DocumentNumber.normal(event.fields[F.document, default: ""]))
        case .poolCut: allotted = Money(fen: allotted.fen - amount.fen)
        case .balanceCarried:
            allotted = Money(fen: allotted.fen - amount.fen)
            successor = event.fields[F.nextPool]
        case .budgetReserved: add(amount, to: \.reserved, challenge)
        case .budgetReleased:
            take(event.fields[F.reservedPart] ?? amount, from: \.reserved, challenge)
            take(event.fields[F.committedPart] ?? .zero, from: \.committed, challenge)
        case .budgetCommitted:
            take(amount, from: \.reserved, challenge)
            add(amount, to: \.committed, challenge)
        case .poolPaid:
            take(event.fields[F.committedPart] ?? .zero, from: \.committed, challenge)
            paid = paid + amount
        case .poolRecovered: recovered = recovered + amount
        case .payoutRanked, .payoutUnranked: takeLine(event)
        default: break
        }
    }

    private mutating func add(
        _ amount: Money, to book: WritableKeyPath<Pool, [String: Money]>, _ challenge: String
    ) {
        self[keyPath: book][challenge, default: .zero] =
            self[keyPath: book][challenge, default: .zero] + amount
    }

    private mutating func take(
        _ amount: Money, from book: WritableKeyPath<Pool, [String: Money]>, _ challenge: String
    ) {
        let left = (self[keyPath: book][challenge] ?? .zero).fen - amount.fen
        self[keyPath: book][challenge] = left > 0 ? Money(fen: left) : nil
    }
}

extension F {
    package static let year = Field<Int>("year", .integer(2000...2200))
    package static let basis = Field<String>("basis", .text(400))
    package static let challenge = Field<String>("challenge", .text(40))
    /// The parts of an amount that lay in the reservation and in the commitment.
    package static let reservedPart = Field<Money>("reservedPart")
    package static let committedPart = Field<Money>("committedPart")
    /// The file number of a document that orders money.
    package static let document = Field<String>("document", .text(200))
    package static let nextPool = Field<String>("nextPool", .text(40))
}
