package import BoardDomain

extension ValueWording {
    /// A form reads a bare number in the unit that stands beside it, and a path where a digest is meant.
    private var face: String { texts.namesFields ? "" : ".form" }

    /// What a field takes, in words; of which field, for its choices.
    package func shape(_ shape: FieldShape, of field: String = "") -> String {
        switch shape {
        case .text(let limit), .protectedText(let limit):
            return texts.text("shape.text", ["limit": String(limit)])
        case .integer(let range):
            if range.upperBound == 1_000_000_000, range.lowerBound == 0 {
                return texts.text("shape.count")
            }
            return texts.text(
                "shape.integer",
                ["least": String(range.lowerBound), "most": String(range.upperBound)])
        case .flag: return texts.text("shape.flag")
        case .money: return texts.text("shape.money" + face)
        case .basisPoints: return texts.text("shape.basisPoints" + face)
        case .day: return texts.text("shape.day")
        case .instant: return texts.text("shape.instant")
        case .digest: return texts.text("shape.digest" + face)
        case .unifiedCode: return texts.text("shape.unifiedCode")
        case .decimal: return texts.text("shape.decimal")
        case .bytes: return texts.text("shape.bytes")
        case .choice(let choices):
            let words = choices.map { name in
                let word = choice(name, of: field)
                return word == name || !texts.namesFields ? word : "\(name)(\(word))"
            }
            return texts.text(
                "shape.choice", ["choices": words.joined(separator: texts.text("cli.comma"))])
        case .list(let element):
            return texts.text("shape.list", ["element": self.shape(element, of: field)])
        case .record(let uses):
            let members = uses.map { use in
                let name = named(use.name, in: field)
                return use.required ? name : texts.text("shape.optional", ["name": name])
            }
            return texts.text(
                "shape.record", ["members": members.joined(separator: texts.text("cli.comma"))])
        }
    }
}
