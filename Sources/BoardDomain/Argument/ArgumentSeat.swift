/// One expert of the argument on a need (C5, C6).
package struct ArgumentSeat: CaseObject {
    package let id: String
    package var state: ArgumentSeatState
    /// Counted from 1: a need that comes back is argued anew, by seats of its own.
    package internal(set) var argument: Int = 1
    package internal(set) var person: PersonID = ""
    package internal(set) var isChair: Bool = false
    package internal(set) var namedAt: Instant?
    /// A conflict reported of this expert waits for the supervisor's order.
    package internal(set) var isReported: Bool = false
    /// approve, pool, reject
    package internal(set) var vote: String?

    package init(id: String, state: ArgumentSeatState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .argumentExpertNamed:
            argument = event.fields[F.argument] ?? 1
            person = event.fields[F.person, default: ""]
            isChair = event.fields[F.isChair, default: false]
            namedAt = event.at
        case .argumentChairNamed: isChair = true
        case .argumentConflictReported: isReported = true
        case .argumentRecused:
            isChair = false
            isReported = false
        case .argumentVoted: vote = event.fields[F.vote]?.rawValue
        default: break
        }
    }

    /// Whether it counts: whoever was recused does not.
    package var isActive: Bool { state != .recused }
}

extension Case {
    /// The seats of the argument in force, the recused ones too.
    package var presentArgument: [ArgumentSeat] {
        let latest = argumentSeats.all.map(\.argument).max() ?? 0
        return argumentSeats.all.filter { $0.argument == latest }
    }
}

extension F {
    /// The experts who argue the need, the chair first (C5, C7).
    package static let argumentExperts = Field<[PersonID]>("argumentExperts", .list(.text(64)))
    package static let argument = Field<Int>("argument")
    package static let isChair = Field<Bool>("chair")
    package static let confidentialityPledge = Field<Bool>("confidentialityPledge")
    package static let noInterestPledge = Field<Bool>("noInterestPledge")
    package static let vote = Field<ArgumentConclusion>("vote")
}
