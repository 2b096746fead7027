/// One of a few names, written as its place among them.
package protocol SnapshotChoice: SnapshotValue, CaseIterable, Equatable {}

extension SnapshotChoice {
    package func write(to encoder: SnapshotEncoder) {
        let place = Self.allCases.enumerated().first { $1 == self }?.offset ?? 0
        encoder.write(number: UInt64(place))
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        let place = try decoder.readNumber()
        let all = Array(Self.allCases)
        guard place < UInt64(all.count) else { throw SnapshotFault() }
        self = all[Int(place)]
    }
}

extension Instant: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { milliseconds.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self.init(milliseconds: try Int64(snapshot: decoder))
    }
}

extension Day: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { number.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self.init(number: try Int(snapshot: decoder))
    }
}

extension Money: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { fen.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self.init(fen: try Int64(snapshot: decoder))
    }
}

extension Digest: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { encoder.write(bytes: bytes) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        guard let digest = Digest(copying: try decoder.readBytes(Digest.count)) else {
            throw SnapshotFault()
        }
        self = digest
    }
}

extension Record: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { json.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        guard let members = try JSON(snapshot: decoder).object else { throw SnapshotFault() }
        self.init(members)
    }
}

extension JSON: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) {
        switch self {
        case .string(let text):
            encoder.write(byte: 0)
            text.write(to: encoder)
        case .integer(let number):
            encoder.write(byte: 1)
            number.write(to: encoder)
        case .boolean(let value):
            encoder.write(byte: 2)
            value.write(to: encoder)
        case .array(let items):
            encoder.write(byte: 3)
            encoder.write(number: UInt64(items.count))
            for item in items { item.write(to: encoder) }
        case .object(let members):
            encoder.write(byte: 4)
            encoder.write(number: UInt64(members.count))
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                name.write(to: encoder)
                value.write(to: encoder)
            }
        }
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        switch try decoder.readByte() {
        case 0: self = .string(try decoder.readText())
        case 1: self = .integer(try Int64(snapshot: decoder))
        case 2: self = .boolean(try Bool(snapshot: decoder))
        case 3:
            self = .array(
                try (0..<(try decoder.readCount())).map { _ in try JSON(snapshot: decoder) })
        case 4:
            let count = try decoder.readCount()
            var members = [String: JSON](minimumCapacity: count)
            for _ in 0..<count {
                let name = try decoder.readText()
                members[name] = try JSON(snapshot: decoder)
            }
            self = .object(members)
        default: throw SnapshotFault()
        }
    }
}

extension Actor: SnapshotLeaf {
    /// The clock is nobody.
    package func write(to encoder: SnapshotEncoder) throws { try person.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self = try PersonID?(snapshot: decoder).map(Actor.person) ?? .clock
    }
}

extension ProtectedText: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { json.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        guard let text = ProtectedText(json: try JSON(snapshot: decoder)) else {
            throw SnapshotFault()
        }
        self = text
    }
}

extension BidContent: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) { json.write(to: encoder) }

    package init(snapshot decoder: SnapshotDecoder) throws {
        try self.init(json: try JSON(snapshot: decoder))
    }
}

extension ObjectReference: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) {
        machine.write(to: encoder)
        id.write(to: encoder)
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        self.init(try Machine(snapshot: decoder), try decoder.readText())
    }
}
