package import BoardDomain
package import BoardResources

/// Values of the board in words: amounts in 万元, instants in local time, choices by their names.
package struct ValueWording: Sendable {
    package let texts: Texts

    package init(_ texts: Texts) { self.texts = texts }

    package func label(_ name: String) -> String {
        texts.textIfPresent("field." + name) ?? name
    }

    package func state(_ state: String, of machine: String) -> String {
        texts.textIfPresent("state.\(machine).\(state)") ?? state
    }

    package func machine(_ machine: Machine) -> String {
        texts.textIfPresent("machine." + machine.rawValue) ?? machine.rawValue
    }

    package func choice(_ name: String) -> String {
        texts.textIfPresent("choice." + name) ?? name
    }

    package func capacity(_ name: String) -> String {
        texts.textIfPresent("capacity." + name) ?? texts.textIfPresent("role." + name) ?? name
    }

    /// `bid/2` as “Bid 2”.
    package func object(_ text: String) -> String {
        guard let reference = ObjectReference(text: text) else { return text }
        let machine = machine(reference.machine)
        return reference.id.isEmpty ? machine : "\(machine) \(reference.id)"
    }

    package func day(_ day: Day) -> String {
        "\(day.text) \(texts.text("cli.weekday.\(day.weekday)"))"
    }

    package func instant(_ instant: Instant) -> String { instant.localText }

    package func flag(_ value: Bool) -> String { texts.text(value ? "cli.yes" : "cli.no") }

    /// A value under the name of its field.
    package func value(_ json: JSON, of name: String) -> String {
        value(json, shape: FieldCatalogue.shape(of: name))
    }

    package func value(_ json: JSON, shape: FieldShape?) -> String {
        switch json {
        case .boolean(let value): return flag(value)
        case .integer(let number):
            switch shape {
            case .money: return Money(fen: number).wanText
            case .basisPoints: return BasisPoints(Int(number))?.text ?? String(number)
            default: return String(number)
            }
        case .string(let text): return string(text, shape)
        case .array(let items):
            var element: FieldShape?
            if case .list(let inner) = shape { element = inner }
            return items.map { value($0, shape: element) }.joined(
                separator: texts.text("cli.comma"))
        case .object(let members):
            return members.keys.sorted().map { "\(label($0)) \(value(members[$0] ?? "", of: $0))" }
                .joined(separator: texts.text("cli.semicolon"))
        }
    }

    private func string(_ text: String, _ shape: FieldShape?) -> String {
        switch shape {
        case .choice: return choice(text)
        case .text, .decimal, .digest, .unifiedCode, .bytes: return text
        default: break
        }
        // The two forms are the log's own: nobody's prose looks like them.
        if text.utf8.count == 24, let instant = Instant(text: text) { return self.instant(instant) }
        if text.utf8.count == 10, let day = Day(text: text) { return self.day(day) }
        return text
    }
}

extension ValueWording {
    /// A field by its name with its label: `amount 金额`.
    func named(_ name: String) -> String {
        let label = label(name)
        return label == name ? name : "\(name) \(label)"
    }
}
