package import BoardDomain
package import BoardResources

/// Reads what a person types for a field into the value that the command takes.
package struct FieldReader: Sendable {
    private let choices: ChoiceNames
    /// Takes `@path` for a digest; nil where there is no board to keep documents beside.
    private let documents: DocumentIntake?

    /// The texts are asked for only once a choice was typed by its word.
    package init(
        _ texts: @autoclosure @escaping @Sendable () -> [Texts],
        documents: DocumentIntake? = nil
    ) {
        choices = ChoiceNames(texts)
        self.documents = documents
    }

    /// Text of the command line; lists and records may be written as JSON.
    package func read(
        _ text: String, as shape: FieldShape, path: String
    ) throws(FieldInputFault) -> JSON {
        switch shape {
        case .list(let element):
            let typed = Width.trimmed(text)
            guard typed.hasPrefix("[") else {
                return .array([try read(text, as: element, path: path)])
            }
            return try read(try json(typed, shape, path), as: shape, path: path)
        case .record:
            return try read(try json(Width.trimmed(text), shape, path), as: shape, path: path)
        default:
            do {
                return try value(text, shape, of: ValueWording.last(of: path))
            } catch {
                throw FieldInputFault(
                    path: path, given: text, reason: .shape(shape, error.detail))
            }
        }
    }

    /// A JSON value: integers and booleans as they are, texts as a person would type them.
    package func read(
        _ json: JSON, as shape: FieldShape, path: String
    ) throws(FieldInputFault) -> JSON {
        switch (shape, json) {
        case (.list(let element), .array(let items)):
            var values: [JSON] = []
            for (index, item) in items.enumerated() {
                values.append(try read(item, as: element, path: "\(path)[\(index + 1)]"))
            }
            return .array(values)
        case (.record(let uses), .object(let members)):
            var values: [String: JSON] = [:]
            for name in members.keys.sorted() {
                guard let use = uses.first(where: { $0.name == name }) else {
                    throw FieldInputFault(
                        path: "\(path).\(name)", given: members[name]?.canonicalText ?? "",
                        reason: .unknown(uses.map(\.name)))
                }
                values[name] = try read(
                    members[name] ?? "", as: use.shape, path: "\(path).\(name)")
            }
            return .object(values)
        case (.list, _), (.record, _): break
        case (_, .string(let text)): return try read(text, as: shape, path: path)
        case (.integer(let range), .integer(let number)) where range.contains(number): return json
        case (.money, .integer(let fen)) where fen >= 0: return json
        case (.basisPoints, .integer(0...10_000)): return json
        case (.decimal, .integer(let number)): return .string(String(number))
        case (.flag, .boolean): return json
        default: break
        }
        throw FieldInputFault(path: path, given: json.canonicalText, reason: .shape(shape, nil))
    }

    private func json(
        _ text: String, _ shape: FieldShape, _ path: String
    ) throws(FieldInputFault) -> JSON {
        do {
            return try JSONReader.read(text)
        } catch {
            throw FieldInputFault(path: path, given: text, reason: .shape(shape, .json(error)))
        }
    }

    private struct Misread: Error { var detail: MisreadValue? }

    private func value(
        _ text: String, _ shape: FieldShape, of field: String
    ) throws(Misread) -> JSON {
        let typed = Width.trimmed(Width.narrow(text))
        switch shape {
        case .text(let limit), .protectedText(let limit):
            let count = text.unicodeScalars.count
            guard count <= limit else {
                throw Misread(detail: .tooLong(count: count, limit: limit))
            }
            guard !Width.trimmed(text).isEmpty else { throw Misread(detail: .blank) }
            return .string(text)
        case .integer(let range):
            guard let number = Int64(typed.filter { $0 != "," }) else { throw Misread() }
            guard range.contains(number) else { throw Misread(detail: .outOfRange) }
            return .integer(number)
        case .flag:
            guard let flag = Self.flags[typed.lowercased()] else { throw Misread() }
            return .boolean(flag)
        case .money:
            do {
                return try Money.parse(text).json
            } catch {
                throw Misread(detail: .money(error))
            }
        case .basisPoints:
            guard
                let share = typed.hasSuffix("%")
                    ? BasisPoints(percent: typed)
                    : Int(typed).flatMap(BasisPoints.init)
            else { throw Misread() }
            return .integer(Int64(share.value))
        case .day:
            guard let day = Self.day(typed) else { throw Misread() }
            return day.json
        case .instant:
            guard let instant = Instant(text: typed) ?? Self.day(typed)?.start else {
                throw Misread()
            }
            return instant.json
        case .digest:
            if let documents, typed.hasPrefix("@") {
                do {
                    return try documents.digest(of: String(Width.trimmed(text).dropFirst())).json
                } catch {
                    throw Misread(detail: error)
                }
            }
            guard let digest = Digest(text: typed) else { throw Misread() }
            return digest.json
        case .unifiedCode:
            do {
                return .string(try UnifiedCode(text).text)
            } catch {
                throw Misread(detail: .code(error))
            }
        case .decimal:
            guard let number = try? ScaledDecimal(typed) else { throw Misread() }
            return .string(number.text)
        case .bytes:
            guard let bytes = Hexadecimal.bytes(typed) else { throw Misread() }
            return .string(Hexadecimal.text(bytes))
        case .choice(let names):
            guard let name = choices.name(typed, among: names, of: field) else { throw Misread() }
            return .string(name)
        case .list, .record: throw Misread()
        }
    }

    private static let flags = [
        "true": true, "yes": true, "是": true, "1": true,
        "false": false, "no": false, "否": false, "0": false,
    ]

    /// `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`.
    package static func day(_ text: String) -> Day? {
        if let day = Day(text: text) { return day }
        var typed = text
        if typed.hasSuffix("日") { typed.removeLast() }
        let parts = typed.split(
            omittingEmptySubsequences: false, whereSeparator: { "-/.年月".contains($0) })
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

/// Choices by their own names and by their words in every language.
struct ChoiceNames: Sendable {
    private let texts: @Sendable () -> [Texts]

    init(_ texts: @escaping @Sendable () -> [Texts]) { self.texts = texts }

    func name(_ typed: String, among names: [String], of field: String) -> String? {
        if names.contains(typed) { return typed }
        let folded = typed.lowercased()
        let texts = texts()
        let found = names.filter { name in
            name.lowercased() == folded
                || texts.contains { texts in
                    ["choice.\(field).\(name)", "choice." + name].contains {
                        texts.textIfPresent($0)?.lowercased() == folded
                    }
                }
        }
        return found.count == 1 ? found[0] : nil
    }
}
