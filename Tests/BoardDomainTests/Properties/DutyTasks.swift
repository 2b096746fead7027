@testable import BoardDomain

/// What an inbox tells of the duties that are open on a board: each names a command that can be put to
/// its object as it stands, by somebody whom it waits for.
struct DutyTasks {
    let board: DomainBoard
    let streams: [String]

    /// Nobody whom they wait for can do anything but wait; `duty.awaits` has words for them.
    static let awaited: Set<String> = ["ReservationCover", "CalendarYearWatch"]

    init(_ board: DomainBoard, _ streams: [String]) {
        (self.board, self.streams) = (board, streams)
    }

    var faults: [String] {
        streams.compactMap(StreamID.init(text:)).flatMap { id in
            board.engine.openDuties(in: id, of: board.world, context: board.context)
                .filter { !$0.duty.awaits.isEmpty && !Self.awaited.contains($0.duty.act) }
                .compactMap { fault(of: $0.duty, $0.task, on: $0.subject, in: id) }
        }
    }

    private func fault(
        of duty: Duty, _ task: Duty.Task?, on subject: ObjectReference, in id: StreamID
    ) -> String? {
        let name = "\(duty.act) of \(subject.text)"
        guard let task else { return "\(name) names no command" }
        let aggregate = board.world[id].aggregate
        let isOwn = type(of: aggregate).machines.contains(task.object.machine)
        let state = isOwn ? aggregate.state(of: task.object) : nil
        let machines =
            isOwn && task.object.id.isEmpty
            ? type(of: aggregate).machines : [task.object.machine]
        let rows = machines.flatMap {
            board.engine.table.rows(of: $0, command: task.command)
        }.filter { $0.creates || state.map($0.from.contains) ?? false }
        guard !rows.isEmpty else {
            return "\(name): \(task.command) is not for \(task.object.text), \(state ?? "–")"
        }
        let signers = rows.reduce(into: Set<Capacity>()) {
            $0.formUnion($1.authority?.capacities ?? [])
        }
        return signers.isDisjoint(with: duty.awaits)
            ? "\(name): \(task.command) is not for \(duty.awaits)" : nil
    }
}
