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

        package init(stream: StreamID, _ event: Event) { self.init(stream: stream.text, event) }

        init(stream: String, _ event: Event) {
            self.init(
                stream: stream, type: event.name, rule: event.rule,
                object: event.subject.text, state: event.state)
        }

        init(stream: String, type: String, rule: String, object: String, state: String?) {
            self.stream = stream
            self.type = type
            self.rule = rule
            self.object = object
            self.state = state
        }
    }

    package let recorded: [Recorded]
    package let refusal: Refusal?
    /// Whether the command had been carried out before, under the same id.
    package private(set) var repeated = false
    /// Positions in the log; nil for a repetition.
    package private(set) var positions: ClosedRange<Int64>?
    package private(set) var versions: [String: Int] = [:]
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
        recorded = (json["recorded"]?.array ?? []).compactMap { entry in
            guard let stream = entry["stream"]?.string, let type = entry["type"]?.string else {
                return nil
            }
            return Recorded(
                stream: stream, type: type, rule: entry["rule"]?.string ?? "",
                object: entry["object"]?.string ?? "", state: entry["state"]?.string)
        }
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
        outcome.versions = receipt.versions
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
        let recorded = recorded.map { entry -> JSON in
            var members: [String: JSON] = [
                "stream": .string(entry.stream), "type": .string(entry.type),
                "rule": .string(entry.rule), "object": .string(entry.object),
            ]
            members["state"] = entry.state.map(JSON.string)
            return .object(members)
        }
        return ["recorded": .array(recorded)]
    }

    var text: String { json.canonicalText }
}

extension Refusal {
    /// `{rule, code, details}`: what a program reads; people read the wording of the code.
    package var json: JSON {
        [
            "rule": .string(rule), "code": .string(code.name), "details": .object(details),
        ]
    }
}
