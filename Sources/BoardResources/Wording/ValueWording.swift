package import BoardDomain

/// Values of the board in words, for every face: amounts in 万元, instants in local time, choices by their names.
package struct ValueWording: Wording {
    package let texts: Texts
    /// Persons and organisations that stand in a value by their ids alone.
    private let names: [String: String]

    package init(_ texts: Texts, naming names: [String: String] = [:]) {
        self.texts = texts
        self.names = names
    }

    /// The same names in another language.
    package func speaking(_ texts: Texts) -> ValueWording {
        ValueWording(texts, naming: names)
    }

    /// What a field is called; some names mean different things in different machines and records.
    package func label(_ name: String, in context: String = "") -> String {
        texts.textIfPresent("field.\(context).\(name)") ?? texts.textIfPresent("field." + name)
            ?? texts.textIfPresent("cli.case." + name) ?? name
    }

    /// What waits for somebody: a duty by its own words, the signature of an act by the act's.
    package func duty(_ name: String) -> String {
        if let words = texts.textIfPresent("duty." + name) { return words }
        return texts.textIfPresent("act." + name).map {
            texts.text("cli.inbox.sign", ["act": $0])
        } ?? name
    }

    /// `bid/2` as “Bid 2”.
    package func object(_ text: String) -> String {
        ObjectReference(text: text).map { object($0) } ?? text
    }

    /// `2026-03-01 Sunday`.
    package func day(_ day: Day) -> String {
        "\(day.text) \(texts.text("cli.weekday.\(day.weekday)"))"
    }

    /// A value under the name of its field, in the machine or the record that has the field.
    package func value(_ json: JSON, of name: String, in context: String = "") -> String {
        value(json, shape: FieldCatalogue.shape(of: name, in: context), of: name, in: context)
    }

    /// A value of a shape; nil where only its form tells what it is.
    package func value(
        _ json: JSON, shape: FieldShape?, of name: String = "", in context: String = ""
    ) -> String {
        switch json {
        case .boolean(let value): return flag(value)
        case .integer(let number):
            switch shape {
            case .money: return money(Money(fen: number))
            case .basisPoints: return BasisPoints(Int(number))?.text ?? String(number)
            default: return String(number)
            }
        case .string(let text): return string(text, shape, name)
        case .array([]): return "–"
        case .array(let items):
            var element: FieldShape?
            if case .list(let inner) = shape { element = inner }
            return items.map { value($0, shape: element, of: name, in: context) }.joined(
                separator: texts.text("cli.comma"))
        case Self.erased: return texts.text("cli.erased")
        case .object where ProtectedText(json: json)?.isSealed == true:
            return texts.text("cli.sealed")
        case .object(let members):
            // The members of a record are the record's; those of an event and of a text that waits
            // for signatures, its object's.
            let inner = name.isEmpty || name == "text" ? context : name
            return members.keys.sorted().map {
                "\(label($0, in: inner)) \(value(members[$0] ?? "", of: $0, in: inner))"
            }.joined(separator: texts.text("cli.semicolon"))
        }
    }

    /// What an event says: its fields, some of which only the event gives their meaning.
    package func fields(_ fields: JSON, of event: String, in machine: String) -> String {
        (fields.object ?? [:]).sorted { $0.key < $1.key }.map { name, json in
            let label =
                texts.textIfPresent("field.\(event).\(name)") ?? label(name, in: machine)
            return "\(label) \(value(json, of: name, in: machine))"
        }.joined(separator: texts.text("cli.semicolon"))
    }

    /// How the board says that something was erased.
    package static let erased: JSON = ["erased": true]

    private func string(_ text: String, _ shape: FieldShape?, _ name: String) -> String {
        switch shape {
        case .choice: return choice(text, of: name)
        case .list(let element): return string(text, element, name)
        case .bytes where text.utf8.count > 64:
            // Nobody reads a ciphertext; `--json` has it whole.
            return texts.text(
                "cli.bytes",
                ["start": String(text.prefix(16)), "count": String(text.utf8.count / 2)])
        case .text where name == F.object.name: return object(text)
        case .text, .unifiedCode: return names[text] ?? text
        case .decimal, .digest, .bytes: return text
        default: break
        }
        if let name = names[text] { return name }
        // The two forms are the log's own: nobody's prose looks like them.
        if text.utf8.count == 24, let instant = Instant(text: text) { return self.instant(instant) }
        if text.utf8.count == 10, let day = Day(text: text) { return self.day(day) }
        return text
    }
}

extension ValueWording {
    /// A field by its name with its label: `amount 金额`.
    package func named(_ name: String, in context: String = "") -> String {
        let label = label(name, in: context)
        guard texts.namesFields else { return label }
        return label == name ? name : "\(name) \(label)"
    }

    /// The name of the field that a path leads to.
    package static func last(of path: String) -> String {
        String(path.split(separator: ".").last?.prefix { $0 != "[" } ?? "")
    }

    /// `indicators[2].target` with the label of its last part; where fields are not named, all of it in words.
    package func path(_ path: String, in context: String = "") -> String {
        guard texts.namesFields else { return pathWords(path, in: context) }
        let parts = path.split(separator: ".").map { part in String(part.prefix { $0 != "[" }) }
        guard let name = parts.last else { return path }
        let label = label(name, in: parts.count > 1 ? parts[parts.count - 2] : context)
        return label == name ? path : "\(label) (\(path))"
    }

    /// `Indicators 2 Target`.
    private func pathWords(_ path: String, in context: String) -> String {
        var context = context
        var words: [String] = []
        for part in path.split(separator: ".") {
            let name = String(part.prefix { $0 != "[" })
            let number = part.dropFirst(name.count).filter { $0.isNumber }
            words.append(label(name, in: context) + (number.isEmpty ? "" : " " + number))
            context = name
        }
        return words.joined(separator: " ")
    }

    /// What a rule says: `M11`, or a variant of it, `Y1/draft`; nil of what is none.
    package func rule(_ key: String) -> String? {
        texts.textIfPresent("rule." + key.prefix { $0 != "/" })
    }

    /// A guard of a row in words.
    package func guardName(_ name: String) -> String {
        texts.textIfPresent("guard." + name) ?? name
    }
}
