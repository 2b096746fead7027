package import BoardDomain

/// Which object a command is meant for, where only its case is named.
package struct SubjectSearch {
    private let command: String
    private let target: Target
    private let stream: BoardDomain.Stream
    private let options: [CommandOption]
    private let organisations: Set<String>
    private let table = TransitionTable.standard

    /// - Parameters:
    ///   - options: what the person may do in the stream, and what not.
    ///   - organisations: for which the person acts.
    package init(
        _ command: String, at target: Target, in stream: BoardDomain.Stream,
        options: [CommandOption], organisations: Set<String>
    ) {
        self.command = command
        self.target = target
        self.stream = stream
        self.options = options
        self.organisations = organisations
    }

    package enum Answer: Equatable {
        case found(ObjectReference)
        /// It is nobody's part here who asks; of which object this is said tells him nothing.
        case refused(Refusal)
        /// Several are possible: the user names one.
        case ambiguous([ObjectReference])
        /// Money hangs on it, and there are several of the kind, of which these take it now.
        case unnamed([ObjectReference])
        /// No object of the stream takes the command; these names it knows.
        case unknown([String])
    }

    package var answer: Answer {
        let machines = type(of: stream.aggregate).machines
        if command == Command.sendBack { return sendBack(machines[0]) }
        let takers = machines.filter { !table.rows(of: $0, command: command).isEmpty }
        guard !takers.isEmpty else {
            return .unknown(
                Set(machines.flatMap(table.commands(of:))).sorted() + [Command.sendBack])
        }
        if let object = target.object { return .found(object) }
        if takers.contains(machines[0]) { return .found(ObjectReference(machines[0])) }
        let subjects = options.filter { $0.command == command }
        // Whose part it is not learns that, and not which objects there are.
        if stream.version > 0, let refusal = subjects.first?.refusal,
            subjects.allSatisfy({ $0.refusal?.code == .notYourPart })
        {
            return .refused(refusal)
        }
        let allowed = Self.distinct(subjects.filter { $0.refusal == nil }.map(\.subject))
        let own = subjects.filter { $0.refusal?.code != .notYourPart }
        let open = allowed.isEmpty ? Self.distinct(own.map(\.subject)) : allowed
        if !open.isEmpty, open.contains(where: isOneOfSeveral) { return .unnamed(open) }
        if open.count == 1 { return .found(creating(open[0], machines[0])) }
        if open.count > 1 { return .ambiguous(open) }
        // None is in a state that takes it: the only one there is gets the refusal that says so.
        let all = takers.flatMap { machine in
            stream.aggregate.ids(of: machine).map { ObjectReference(machine, $0) }
        }
        if let bid = all.last(where: isOwnBid) { return .found(bid) }
        if all.count > 1 { return .ambiguous(all) }
        return .found(all.first ?? ObjectReference(machines[0]))
    }

    /// Whether it is told by its name alone: the same line given twice would else decide about one
    /// object after the other, and money is owed for each.
    private func isOneOfSeveral(_ subject: ObjectReference) -> Bool {
        Self.ofMoney.contains(subject.machine)
            && stream.aggregate.ids(of: subject.machine).count > 1
    }

    private static let ofMoney: Set<Machine> = [.milestone, .entitlement, .payout]

    /// A row that creates its object is put to the stream's own object.
    private func creating(_ subject: ObjectReference, _ own: Machine) -> ObjectReference {
        subject.id.isEmpty ? ObjectReference(own) : subject
    }

    /// A bidder has one bid of a challenge, and no business with the numbers of the others.
    private func isOwnBid(_ subject: ObjectReference) -> Bool {
        let bid = (stream.aggregate as? Case)?.bids[subject.id]
        return subject.machine == .bid && bid.map { organisations.contains($0.bidder) } ?? false
    }

    private func sendBack(_ own: Machine) -> Answer {
        if let object = target.object { return .found(object) }
        let waiting = stream.aggregate.docket.steps.map(\.subject)
        let distinct = Self.distinct(waiting)
        if distinct.count > 1 { return .ambiguous(distinct) }
        return .found(distinct.first ?? ObjectReference(own))
    }

    private static func distinct(_ subjects: [ObjectReference]) -> [ObjectReference] {
        var seen: Set<ObjectReference> = []
        return subjects.filter { seen.insert($0).inserted }
    }
}
