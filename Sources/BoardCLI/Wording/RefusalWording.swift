package import BoardDomain
import BoardResources

extension ValueWording {
    /// Why a command was refused: the rule's number, then its wording with what was given and what
    /// would be accepted.
    package func refusal(_ refusal: Refusal) -> String {
        texts.text(
            "cli.refusal", ["rule": refusal.rule, "text": breach(refusal.code, refusal.details)])
    }

    package func breach(_ breach: Breach) -> String {
        self.breach(breach.code, breach.details)
    }

    private func breach(_ code: RefusalCode, _ details: [String: JSON]) -> String {
        var values: [String: String] = [:]
        for (name, value) in details { values[name] = detail(value, name, code, details) }
        for name in ["given", "accepted"] where values[name] == nil { values[name] = "–" }
        return texts.textIfPresent("refusal." + code.name, values)
            ?? texts.text(
                "cli.refusal.plain",
                [
                    "code": code.name, "given": values["given"] ?? "–",
                    "accepted": values["accepted"] ?? "–",
                ])
    }

    private func detail(
        _ value: JSON, _ name: String, _ code: RefusalCode, _ details: [String: JSON]
    ) -> String {
        let isSides = name == "given" || name == "accepted"
        switch code {
        case .wrongState where isSides:
            return words(value) { state($0, of: details["machine"]?.string ?? "") }
        case .wrongPhase where isSides: return words(value) { state($0, of: "challenge") }
        case .notYourPart, .incompatibleRoles, .anotherPerson: return words(value, capacity)
        case .fieldMissing, .fieldShape, .fieldUnknown:
            if name == "field", let path = value.string { return fieldPath(path) }
            if name == "accepted", let shape = value.string.flatMap(FieldCatalogue.shape(notation:))
            {
                return self.shape(shape)
            }
        case _ where isSides && Self.amounts.contains(code.name):
            return self.value(value, shape: .money)
        case _ where isSides && Self.poolStates.contains(code.name):
            return words(value) { state($0, of: Machine.pool.rawValue) }
        case _ where isSides && Self.fieldNames.contains(code.name): return words(value, fieldPath)
        default: break
        }
        if name == "machine" {
            return words(value) { Machine(rawValue: $0).map(machine) ?? $0 }
        }
        return words(value, self.word)
    }

    /// Refusals that name fields, which must not be read as choices of the same name.
    private static let fieldNames: Set<String> = ["termsIncomplete", "contractSilent"]

    /// Refusals whose two sides are amounts.
    private static let amounts: Set<String> = [
        "amountAboveBid", "amountBeyondEntitlement", "amountMissing", "amountNotAsChecked",
        "budgetDoesNotAddUp", "budgetZero", "countyShareAboveBid", "countyShareOwed",
        "notYetCovered", "nothingLeft", "overBudget", "poolShort", "recoveryBeyondPaid",
        "reservationTooSmall",
        "shareBeyondContract", "sharesDoNotAddUp", "sheetDueTooHigh", "sheetNotNetted",
        "sheetPaidWrong", "sheetRecoverableTooHigh", "turnoverUnsound",
    ]

    /// Refusals that say in which state a pool has to be.
    private static let poolStates: Set<String> = ["poolUnknown", "poolUnfit"]

    private func words(_ json: JSON, _ word: (String) -> String) -> String {
        switch json {
        case .string(let text): word(text)
        case .array(let items):
            items.isEmpty
                ? "–" : items.map { words($0, word) }.joined(separator: texts.text("cli.comma"))
        default: value(json, shape: nil)
        }
    }

    private func word(_ text: String) -> String {
        let plain = value(.string(text), shape: nil)
        return plain == text ? choice(text) : plain
    }

    /// `indicators[2].target` with the label of its last part.
    private func fieldPath(_ path: String) -> String {
        let last = path.split(separator: ".").last.map(String.init) ?? path
        let name = String(last.prefix { $0 != "[" })
        let label = label(name)
        return label == name ? path : "\(label) (\(path))"
    }
}
