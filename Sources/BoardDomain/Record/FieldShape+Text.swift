extension FieldShape {
    /// The shape in the notation of the command help: `text(200)`, `list(record{name, target})`.
    package var text: String {
        switch self {
        case .text(let limit), .protectedText(let limit): "text(\(limit))"
        case .integer(let range):
            range.upperBound == 1_000_000_000
                ? "integer" : "integer(\(range.lowerBound)…\(range.upperBound))"
        case .flag: "true|false"
        case .money: "money"
        case .basisPoints: "basisPoints(0…10000)"
        case .day: "day"
        case .instant: "instant"
        case .digest: "sha256"
        case .unifiedCode: "unifiedCode"
        case .decimal: "decimal"
        case .bytes: "hex"
        case .choice(let choices): choices.joined(separator: "|")
        case .list(let element): "list(\(element.text))"
        case .record(let uses):
            "record{"
                + uses.map { $0.name + ($0.required ? "" : "?") + ":" + $0.shape.text }
                .joined(separator: ", ") + "}"
        }
    }
}
