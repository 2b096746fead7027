/// One challenge with everything that lives in its stream.
package struct Case: Aggregate, Hashable {
    /// `XC-2026-0007`, `XC-2026-0007-R2` after a relaunch.
    package let id: String
    package var docket = Docket()
    package internal(set) var challenges = Roll<Challenge>()
    package internal(set) var bids = Roll<Bid>()
    package internal(set) var questions = Roll<Question>()
    package internal(set) var argumentSeats = Roll<ArgumentSeat>()
    package internal(set) var panels = Roll<Panel>()
    package internal(set) var seats = Roll<Seat>()
    package internal(set) var sheets = Roll<Sheet>()
    package internal(set) var notices = Roll<Notice>()
    package internal(set) var objections = Roll<Objection>()
    package internal(set) var contracts = Roll<Contract>()
    package internal(set) var milestones = Roll<Milestone>()
    package internal(set) var gates = Roll<Gate>()
    package internal(set) var verifications = Roll<Verification>()
    package internal(set) var evaluations = Roll<Evaluation>()
    package internal(set) var evidence = Roll<Evidence>()
    package internal(set) var entitlements = Roll<Entitlement>()
    package internal(set) var payouts = Roll<Payout>()

    package init(id: String) { self.id = id }

    /// The challenge itself; the stream's first event makes it.
    package var challenge: Challenge { challenges.all[0] }

    package var exists: Bool { !challenges.isEmpty }

    package static let machines: [Machine] = [
        .challenge, .bid, .question, .argumentSeat, .panel, .seat, .sheet, .notice, .objection,
        .contract, .milestone, .gate, .verification, .evaluation, .evidence, .entitlement, .payout,
    ]

    package func ids(of machine: Machine) -> [String] {
        switch machine {
        case .challenge: challenges.all.map(\.id)
        case .bid: bids.all.map(\.id)
        case .question: questions.all.map(\.id)
        case .argumentSeat: argumentSeats.all.map(\.id)
        case .panel: panels.all.map(\.id)
        case .seat: seats.all.map(\.id)
        case .sheet: sheets.all.map(\.id)
        case .notice: notices.all.map(\.id)
        case .objection: objections.all.map(\.id)
        case .contract: contracts.all.map(\.id)
        case .milestone: milestones.all.map(\.id)
        case .gate: gates.all.map(\.id)
        case .verification: verifications.all.map(\.id)
        case .evaluation: evaluations.all.map(\.id)
        case .evidence: evidence.all.map(\.id)
        case .entitlement: entitlements.all.map(\.id)
        case .payout: payouts.all.map(\.id)
        case .pool, .sanction, .organisation, .appointment, .handover, .person, .calendar: []
        }
    }

    package func state(of reference: ObjectReference) -> String? {
        let id = reference.id
        return switch reference.machine {
        case .challenge: challenges[id]?.state.rawValue
        case .bid: bids[id]?.state.rawValue
        case .question: questions[id]?.state.rawValue
        case .argumentSeat: argumentSeats[id]?.state.rawValue
        case .panel: panels[id]?.state.rawValue
        case .seat: seats[id]?.state.rawValue
        case .sheet: sheets[id]?.state.rawValue
        case .notice: notices[id]?.state.rawValue
        case .objection: objections[id]?.state.rawValue
        case .contract: contracts[id]?.state.rawValue
        case .milestone: milestones[id]?.state.rawValue
        case .gate: gates[id]?.state.rawValue
        case .verification: verifications[id]?.state.rawValue
        case .evaluation: evaluations[id]?.state.rawValue
        case .evidence: evidence[id]?.state.rawValue
        case .entitlement: entitlements[id]?.state.rawValue
        case .payout: payouts[id]?.state.rawValue
        case .pool, .sanction, .organisation, .appointment, .handover, .person, .calendar: nil
        }
    }

    package mutating func evolveObject(_ event: Event) {
        switch event.subject.machine {
        case .challenge: challenges.evolve(event)
        case .bid: bids.evolve(event)
        case .question: questions.evolve(event)
        case .argumentSeat: argumentSeats.evolve(event)
        case .panel: panels.evolve(event)
        case .seat: seats.evolve(event)
        case .sheet: sheets.evolve(event)
        case .notice: notices.evolve(event)
        case .objection: objections.evolve(event)
        case .contract: contracts.evolve(event)
        case .milestone: milestones.evolve(event)
        case .gate: gates.evolve(event)
        case .verification: verifications.evolve(event)
        case .evaluation: evaluations.evolve(event)
        case .evidence: evidence.evolve(event)
        case .entitlement: entitlements.evolve(event)
        case .payout: payouts.evolve(event)
        case .pool, .sanction, .organisation, .appointment, .handover, .person, .calendar: break
        }
    }
}
