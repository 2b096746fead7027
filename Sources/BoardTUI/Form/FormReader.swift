import BoardDomain
import BoardService
import TerminalKit

/// Where in a form something is typed: its field, and the command or record that has the field.
struct FormPlace: Hashable, Sendable {
    let name: String
    /// The machine of a command's own fields, the record's name of its members.
    let context: String
    /// As faults name it: `indicators[2].target`.
    let path: String

    init(_ name: String, in context: String, path: String? = nil) {
        self.name = name
        self.context = context
        self.path = path ?? name
    }

    func member(_ name: String) -> FormPlace {
        FormPlace(name, in: self.name, path: "\(path).\(name)")
    }

    /// From 1.
    func element(_ number: Int) -> FormPlace {
        FormPlace(name, in: context, path: "\(path)[\(number)]")
    }
}

/// Reads what is typed in a form, which takes more than a command line does: a bare number is 万元 or per
/// cent where its field says so, `+5` is a day, a name stands for whom or what it names, a path for a document.
struct FormReader: Sendable {
    var reader: FieldReader
    var today = Day(number: 0)
    let command: String
    /// By where they are picked from.
    var options: [FormSource: [ChoiceOption<String>]] = [:]

    /// - Throws: `FieldInputFault` where the text is not of the shape.
    func read(
        _ typed: String, as shape: FieldShape, at place: FormPlace
    ) throws(FieldInputFault) -> JSON {
        if place.name == Self.identity, Digest(text: typed) == nil {
            do {
                return NaturalKey.digest(of: try IdentityNumber(typed)).json
            } catch {
                throw FieldInputFault(
                    path: place.path, given: "…", reason: .shape(shape, .identity(error)))
            }
        }
        return try reader.read(plain(typed, shape, place), as: shape, path: place.path)
    }

    /// The text as a command line would have it.
    private func plain(_ typed: String, _ shape: FieldShape, _ place: FormPlace) -> String {
        switch shape {
        case .money: FormUnit.wan.completed(typed)
        case .basisPoints: FormUnit.percent.completed(typed)
        case .day, .instant: day(typed)?.text ?? typed
        case .digest: document(typed)
        case .text, .unifiedCode, .integer, .protectedText: named(typed, place)
        default: typed
        }
    }

    /// Whose identity number is typed and only its digest kept.
    static let identity = "naturalKey"

    /// `+5`, `10-13` and dates in every way of writing.
    func day(_ typed: String) -> Day? {
        guard
            case .day(let day) = DateReading(typed, today: CalendarDay(number: today.number))
        else { return nil }
        return Day(number: day.number)
    }

    /// A digest stays; everything else names a file.
    private func document(_ typed: String) -> String {
        let text = Width.trimmed(typed)
        guard Digest(text: text) == nil else { return text }
        return "@" + PathText.expanded(text.hasPrefix("@") ? String(text.dropFirst()) : text)
    }

    /// The id of what is called so; the text itself where that is an id, or nothing is called so.
    private func named(_ typed: String, _ place: FormPlace) -> String {
        guard let source = source(of: place), let known = options[source] else { return typed }
        let text = Width.trimmed(typed)
        if known.contains(where: { $0.id == text }) { return text }
        let called = known.filter { $0.title.string == text }
        return called.count == 1 ? called[0].id : typed
    }

    func source(of place: FormPlace) -> FormSource? {
        FormSource.of(place.name, in: place.context, command: command)
    }

    /// What an id that stands in a field means, in words; nil where it is nothing that is picked.
    func title(of typed: String, at place: FormPlace) -> SafeText? {
        guard let source = source(of: place), let known = options[source] else { return nil }
        return known.first { $0.id == typed }?.title
    }
}

/// The unit in which a bare number is read.
enum FormUnit: String, Sendable {
    case wan = "万元"
    case percent = "%"

    init?(_ shape: FieldShape) {
        switch shape {
        case .money: self = .wan
        case .basisPoints: self = .percent
        default: return nil
        }
    }

    var textKey: String { self == .wan ? "tui.form.unit.wan" : "tui.form.unit.percent" }

    /// The number with its unit; what has one, or is no number, stays.
    func completed(_ typed: String) -> String { isBare(typed) ? typed + rawValue : typed }

    /// Whether there is nothing but digits, so that the unit is to be told beside them.
    func isBare(_ typed: String) -> Bool {
        let text = Width.trimmed(Width.narrow(typed))
        return !text.isEmpty
            && text.allSatisfy { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    }
}
