package import BoardDomain

extension ValueWording {
    /// Why a command was refused: the rule's number, then its wording with what was given and what
    /// would be accepted.
    package func refusal(_ refusal: Refusal) -> String {
        let machine = TransitionTable.standard.rows.first {
            $0.id == refusal.rule || $0.key == refusal.rule
        }?.machine
        let words = breach(refusal.code, refusal.details, in: machine?.rawValue ?? "")
        return texts.text("cli.refusal", ["rule": refusal.rule, "text": words])
    }

    /// What spoke against it, without the rule's number.
    package func breach(_ breach: Breach) -> String {
        self.breach(breach.code, breach.details, in: "")
    }

    private func breach(
        _ code: RefusalCode, _ details: [String: JSON], in context: String
    ) -> String {
        if let missing = details["fields"]?.array, missing.count > 1 {
            let fields = missing.map { missingField($0, in: context) }
            return texts.text(
                "cli.refusal.missing",
                ["fields": fields.joined(separator: texts.text("cli.semicolon"))])
        }
        // What a guard without fields cannot know yet is a dash.
        var values = Dictionary(
            uniqueKeysWithValues: Self.named.map { ($0, "–") })
        for (name, value) in details {
            let text = detail(value, name, code, details, in: context)
            values[name] = name == "given" ? Echo.brief(text, columns: 240) : text
        }
        // Somebody else of the same capacity: without this it would contradict itself.
        var key = code == .notYourPart && values["given"] == values["accepted"] ? ".another" : ""
        // What only some refusals of a code can tell has words of its own where it is missing.
        if values["accepted"] == "–" {
            key = Self.withoutAccepted[code.name] ?? key
        } else if values["given"] == "–" {
            key = Self.withoutGiven[code.name] ?? key
        }
        if code.name == "restricted", details["until"] == nil { key = ".lifetime" }
        if code == .signedOtherText, details["accepted"]?.object?.isEmpty ?? true {
            key = ".withoutFields"
        }
        return texts.textIfPresent("refusal." + code.name + key, values)
            ?? texts.text(
                "cli.refusal.plain",
                [
                    "code": code.name, "given": values["given"] ?? "–",
                    "accepted": values["accepted"] ?? "–",
                ])
    }

    private static let withoutAccepted = [
        "nothingToSign": ".none", "naturalPersonTwice": ".another", "appointedTwice": ".open",
        "faultWithoutBreach": ".none", "poolUnknown": ".none", "poolNotOpen": ".none",
    ]

    private static let withoutGiven = [
        "faultWithoutBreach": ".missing", "sanctionTermUnfit": ".open",
    ]

    /// The placeholders that some refusals of a code fill and others do not.
    private static let named = [
        "given", "accepted", "object", "earlier", "aborted", "indicator", "bid", "criterion",
    ]

    private func missingField(_ json: JSON, in context: String) -> String {
        let path = json["field"]?.string ?? ""
        let shape = json["accepted"]?.string.flatMap(FieldCatalogue.shape(notation:))
        return texts.text(
            "cli.refusal.missing.field",
            [
                "field": self.path(path, in: context),
                "accepted": shape.map { self.shape($0, of: Self.last(of: path)) } ?? "–",
            ])
    }

    private func detail(
        _ value: JSON, _ name: String, _ code: RefusalCode, _ details: [String: JSON],
        in context: String
    ) -> String {
        let isSide = name == "given" || name == "accepted"
        switch code {
        case .wrongState where isSide:
            return words(value) { state($0, of: details["machine"]?.string ?? "") }
        case .anotherPerson where name == "given": return words(value, word)
        case .notYourPart, .incompatibleRoles, .anotherPerson: return words(value, capacity)
        case .unknownCommand: return words(value) { $0 }
        case .fieldMissing, .fieldShape, .fieldUnknown:
            return field(value, name, details, in: context)
        default: break
        }
        if name == "machine" {
            return words(value) { Machine(rawValue: $0).map(machine) ?? $0 }
        }
        if name == "accepted", code.name == "openersNotPaired" { return words(value, capacity) }
        if name == "state", code.name == "poolNotOpen" {
            return words(value) { state($0, of: Machine.pool.rawValue) }
        }
        if name == "state", let object = details["given"]?.string {
            let machine = ObjectReference(text: object)?.machine.rawValue ?? ""
            return words(value) { state($0, of: machine) }
        }
        guard let sides = RefusalTerms.sides(of: code) else { return words(value, word) }
        switch sides {
        case .money:
            return value.integer.map { money(Money(fen: $0)) } ?? words(value, word)
        case .shares where isSide: return share(value)
        case .states(let machine) where isSide:
            // An English state may be called as the machine calls it: “open” is no choice then.
            return words(value) {
                texts.textIfPresent("state.\(machine.rawValue).\($0)") ?? word($0)
            }
        case .choices(let field): return words(value) { choice($0, of: field) }
        case .fields where isSide: return words(value) { path($0, in: context) }
        default: return words(value, word)
        }
    }

    /// The parts of a refusal that says what is wrong with a field.
    private func field(
        _ value: JSON, _ name: String, _ details: [String: JSON], in context: String
    ) -> String {
        let path = details["field"]?.string ?? ""
        switch (name, value) {
        case ("field", .string(let path)): return self.path(path, in: context)
        case ("accepted", .string(let text)):
            if let shape = FieldCatalogue.shape(notation: text) {
                return self.shape(shape, of: Self.last(of: path))
            }
            let known = text.split(separator: ",").map {
                named(String($0.drop { $0 == " " }), in: context)
            }
            return known.joined(separator: texts.text("cli.comma"))
        default: return words(value, word)
        }
    }

    private func words(_ json: JSON, _ word: (String) -> String) -> String {
        switch json {
        case .string(let text): word(text)
        case .array(let items):
            items.isEmpty
                ? "–" : distinct(items.map { words($0, word) })
        default: value(json, shape: nil)
        }
    }

    /// `30%`, `0.01%…29.99%`.
    private func share(_ value: JSON) -> String {
        let ends =
            value.integer.map { [Int($0)] }
            ?? (value.string ?? "").split(separator: "…").compactMap { Int(String($0)) }
        return ends.map { BasisPoints($0)?.text ?? String($0) }.joined(separator: "…")
    }

    /// A text of unknown kind: a stream by its number, an object by its words, a choice by its.
    private func word(_ text: String) -> String {
        let plain = value(.string(text), shape: nil)
        guard plain == text else { return plain }
        let words = choice(text)
        guard words == text else { return words }
        if let machine = Machine(rawValue: text) { return self.machine(machine) }
        return text.contains("/") ? StreamID(text: text)?.id ?? object(text) : text
    }

    /// Two of the same office are one word.
    private func distinct(_ words: [String]) -> String {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.joined(separator: texts.text("cli.comma"))
    }
}
