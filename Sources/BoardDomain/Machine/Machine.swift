/// A kind of thing that has a life of its own: each has its states and its rows in the table.
package enum Machine: String, CaseIterable, Sendable, Codable, SnapshotChoice {
    case challenge, bid, question, argumentSeat, panel, seat, sheet, notice, objection, contract
    case milestone, gate, verification, evaluation, evidence, entitlement, payout
    case pool, sanction, organisation, appointment, handover, person, calendar
}

/// The states of one machine; the raw value is what the log holds.
package protocol MachineState: RawRepresentable<String>, CaseIterable, Hashable, Sendable,
    Codable, SnapshotChoice
{
    static var machine: Machine { get }
    /// No way leads out; settlement of what hangs on it may go on (I28).
    var isTerminal: Bool { get }
}

/// One object inside a stream: `bid/2`; the stream's own object has the machine's name alone.
package struct ObjectReference: Hashable, Sendable {
    package let machine: Machine
    /// Empty for the stream's own object.
    package let id: String

    package init(_ machine: Machine, _ id: String = "") {
        self.machine = machine
        self.id = id
    }

    package var text: String { id.isEmpty ? machine.rawValue : machine.rawValue + "/" + id }

    /// Reads `bid/2` or `challenge`.
    package init?(text: String) {
        let (first, rest) = text.parted
        guard let machine = Machine(rawValue: first) else { return nil }
        self.init(machine, rest)
    }
}

extension ObjectReference: FieldValue {
    package static var shape: FieldShape { .text(64) }
    package init?(json: JSON) {
        guard let text = json.string else { return nil }
        self.init(text: text)
    }
    package var json: JSON { .string(text) }
}

/// The name of a stream of the log: `challenge/XC-2026-0007`.
package struct StreamID: Hashable, Comparable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case challenge, claim, pool, sanction, organisation, person, calendar
    }
    package let kind: Kind
    package let id: String

    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    package init?(text: String) {
        let (first, rest) = text.parted
        guard !rest.isEmpty, let kind = Kind(rawValue: first) else { return nil }
        self.init(kind, rest)
    }

    package var text: String { kind.rawValue + "/" + id }

    package static func < (left: StreamID, right: StreamID) -> Bool { left.text < right.text }
}

extension String {
    /// What stands before the first slash and what after it, empty where there is none.
    fileprivate var parted: (first: String, rest: String) {
        guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else { return (self, "") }
        return (String(self[..<slash]), String(self[utf8.index(after: slash)...]))
    }
}
