@testable import BoardDomain

/// The states of one machine, without their type.
struct StateSet: Sendable {
    let machine: Machine
    let all: [String]
    let terminal: Set<String>

    private init<State: MachineState>(_ type: State.Type) {
        machine = State.machine
        all = State.allCases.map(\.rawValue)
        terminal = Set(State.allCases.filter(\.isTerminal).map(\.rawValue))
    }

    static let every: [StateSet] = [
        StateSet(ChallengeState.self), StateSet(BidState.self), StateSet(QuestionState.self),
        StateSet(ArgumentSeatState.self), StateSet(PanelState.self), StateSet(SeatState.self),
        StateSet(SheetState.self), StateSet(NoticeState.self), StateSet(ObjectionState.self),
        StateSet(ContractState.self), StateSet(MilestoneState.self), StateSet(GateState.self),
        StateSet(VerificationState.self), StateSet(EvaluationState.self),
        StateSet(EvidenceState.self), StateSet(EntitlementState.self), StateSet(PayoutState.self),
        StateSet(PoolState.self), StateSet(SanctionState.self), StateSet(OrganisationState.self),
        StateSet(AppointmentState.self), StateSet(HandOverState.self), StateSet(PersonState.self),
        StateSet(CalendarState.self),
    ]
}
