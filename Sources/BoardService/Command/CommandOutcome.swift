package import BoardDomain
import BoardEventLog

/// How a command ended: what it recorded, or why it was refused. Stored under its id.
package struct CommandOutcome: Sendable {
    /// What was recorded, in order: type, stream, object, state.
    package struct Recorded: Hashable, Sendable {
        package let stream: String
        package let type: String
        package let rule: String
        package let object: String
        package let state: String?
        /// Whose money a pool's event moves, and how much; nil for any other event.
        package let holding: Holding?

        package struct Holding: Hashable, Sendable {
            package let challenge: String
            package let amount: Money
        }

        package init(stream: StreamID, _ event: Event) { self.init(stream: stream.text, event) }

        init(stream: String, _ event: Event) {
            self.stream = stream
            type = event.name
            rule = event.rule
            object = event.subject.text
            state = event.state
            holding = event.subject.machine == .pool ? Holding(event.fields) : nil
        }

        /// Nil where it is none as `json` writes it.
        init?(_ json: JSON) {
            guard let stream = json["stream"]?.string, let type = json["type"]?.string else {
                return nil
            }
            self.stream = stream
            self.type = type
            rule = json["rule"]?.string ?? ""
            object = json["object"]?.string ?? ""
            state = json["state"]?.string
            holding = Holding(Record(json.object ?? [:]))
        }

        package var json: JSON {
            var members: [String: JSON] = [
                "stream": .string(stream), "type": .string(type), "rule": .string(rule),
                "object": .string(object),
            ]
            members["state"] = state.map(JSON.string)
            members[F.challenge.name] = (holding?.challenge).map(JSON.string)
            members[F.amount.name] = holding?.amount.json
            return .object(members)
        }
    }

    package let recorded: [Recorded]
    package let refusal: Refusal?
    /// Whether the command had been carried out before, under the same id.
    package private(set) var repeated = false
    /// Positions in the log; nil for a repetition.
    package private(set) var positions: ClosedRange<Int64>?
    package private(set) var events: [Event] = []

    init(_ events: [(stream: StreamID, event: Event)]) {
        recorded = events.map { Recorded(stream: $0.stream, $0.event) }
        refusal = nil
    }

    /// What a command recorded when it was carried out, of which the log has the rows.
    init(repeating rows: [EventRow]) throws {
        recorded = try rows.map {
            Recorded(stream: $0.stream, try Replay.event(of: $0))
        }
        refusal = nil
        repeated = true
    }

    init(refusal: Refusal) {
        recorded = []
        self.refusal = refusal
    }

    /// Reads the outcome of a repeated command back: a refusal, or what was recorded as older files
    /// hold it. Throws `JSONFault` where it is neither.
    init(repeating text: String) throws {
        let json = try JSONReader.read(text)
        repeated = true
        recorded = (json["recorded"]?.array ?? []).compactMap(Recorded.init)
        refusal = json["refusal"].flatMap { refusal in
            guard let rule = refusal["rule"]?.string, let code = refusal["code"]?.string else {
                return nil
            }
            return Refusal(
                rule: rule,
                Breach(RefusalCode(code), details: refusal["details"]?.object ?? [:]))
        }
    }

    func with(
        _ receipt: AppendReceipt, events: [(stream: StreamID, event: Event)]
    ) -> CommandOutcome {
        var outcome = self
        outcome.positions = receipt.positions
        outcome.events = events.map(\.event)
        return outcome
    }

    /// The outcome where the command was carried out. Throws the refusal where it was not.
    func result() throws -> CommandOutcome {
        if let refusal { throw refusal }
        return self
    }

    package var json: JSON {
        if let refusal { return ["refusal": refusal.json] }
        return ["recorded": .array(recorded.map(\.json))]
    }

    var text: String { json.canonicalText }
}

extension CommandOutcome.Recorded.Holding {
    fileprivate init?(_ fields: Record) {
        guard let challenge = fields[F.challenge], let amount = fields[F.amount] else { return nil }
        self.init(challenge: challenge, amount: amount)
    }
}

extension Refusal {
    /// `{rule, code, details}`: what a program reads; people read the wording of the code.
    package var json: JSON {
        [
            "rule": .string(rule), "code": .string(code.name), "details": .object(details),
        ]
    }
}
