package import BoardDomain
package import BoardResources

/// Why a field was not understood as it was typed: which one, what stood there, what would be taken.
package struct FieldInputFault: Error, Sendable {
    package enum Reason: Sendable {
        /// No `name=value`.
        case noName
        /// The command has no field of this name; these it has.
        case unknown([String])
        /// Not of the shape; the second names what is wrong inside it, where that is known.
        case shape(FieldShape, MisreadValue?)
        /// Given more than once, and no list.
        case twice
        /// The input is JSON, but no object.
        case noObject
    }

    package let path: String
    package let given: String
    package let reason: Reason

    package init(path: String, given: String, reason: Reason) {
        self.path = path
        self.given = given
        self.reason = reason
    }

    /// In words: which field, what stood there, what it takes.
    package func message(in texts: Texts) -> String {
        let wording = ValueWording(texts)
        var values = ["field": wording.path(path), "given": Echo.brief(given)]
        switch reason {
        case .noName: return texts.text("cli.field.noName", values)
        case .unknown(let known):
            let near = Suggestion.nearest(to: path, among: known)
            values["known"] = (near.isEmpty ? known : near).map { wording.named($0) }
                .joined(separator: texts.text("cli.comma"))
            return texts.text(
                known.isEmpty
                    ? "cli.field.none" : near.isEmpty ? "cli.field.unknown" : "cli.field.suggest",
                values)
        case .shape(let shape, let detail):
            values["accepted"] = wording.shape(shape, of: ValueWording.last(of: path))
            let message = texts.text("cli.field.shape", values)
            guard let detail else { return message }
            let stop = texts.text("cli.stop")
            var words = detail.message(in: texts)
            if let last = words.last, stop.first == last { words.removeLast() }
            return words + stop + message
        case .twice: return texts.text("cli.field.twice", values)
        case .noObject: return texts.text("cli.field.noObject", values)
        }
    }
}

/// What is wrong inside an amount or a code: more than that it is none.
package enum MisreadValue: Error, Sendable {
    case money(MoneyFault)
    case code(UnifiedCodeFault)
    case identity(IdentityFault)
    case blank
    case tooLong(count: Int, limit: Int)
    case outOfRange
    case json(JSONFault)
    /// The file of a document, `@path`, cannot be read or kept.
    case document(FileFault)

    /// In words, to stand before what the field takes.
    package func message(in texts: Texts) -> String {
        switch self {
        case .money(let fault): Self.message(fault, texts)
        case .code(let fault): Self.message(fault, texts)
        case .identity(let fault): Self.message(fault, texts)
        case .blank: texts.text("cli.misread.blank")
        case .tooLong(let count, let limit):
            texts.text("cli.misread.tooLong", ["found": String(count), "limit": String(limit)])
        case .outOfRange: texts.text("cli.misread.outOfRange")
        case .json(let fault):
            texts.text(
                "error.json",
                [
                    "offset": String(fault.offset),
                    "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                ])
        case .document(let fault): FaultWording(fault, in: texts).message
        }
    }

    private static func message(_ fault: IdentityFault, _ texts: Texts) -> String {
        switch fault {
        case .length(let found):
            texts.text("cli.misread.identity.length", ["found": String(found)])
        case .character(let position):
            texts.text("cli.misread.identity.character", ["position": String(position)])
        case .division: texts.text("cli.misread.identity.division")
        case .birthday: texts.text("cli.misread.identity.birthday")
        case .checkDigit: texts.text("cli.misread.identity.checkDigit")
        }
    }

    private static func message(_ fault: MoneyFault, _ texts: Texts) -> String {
        switch fault {
        case .blank: texts.text("cli.misread.money.blank")
        case .negotiable: texts.text("cli.misread.money.negotiable")
        case .negative(let text): texts.text("cli.misread.money.negative", ["found": text])
        case .notANumber(let text): texts.text("cli.misread.money.notANumber", ["found": text])
        case .unknownUnit(let unit): texts.text("cli.misread.money.unit", ["found": unit])
        case .tooFine(let text, let limit):
            texts.text("cli.misread.money.tooFine", ["found": text, "limit": String(limit)])
        case .tooLarge(let text): texts.text("cli.misread.money.tooLarge", ["found": text])
        }
    }

    /// Why a text is no unified code.
    package static func message(_ fault: UnifiedCodeFault, _ texts: Texts) -> String {
        switch fault {
        case .blank: texts.text("cli.misread.code.blank")
        case .length(let found): texts.text("cli.misread.code.length", ["found": String(found)])
        case .character(let found, let position):
            texts.text(
                "cli.misread.code.character", ["found": found, "position": String(position)])
        case .checkDigit(let expected, let given):
            texts.text("cli.misread.code.checkDigit", ["expected": expected, "found": given])
        }
    }
}
