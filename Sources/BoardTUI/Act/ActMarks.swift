import BoardDomain
import BoardService
import TerminalKit

/// That texts of a file hold characters that cannot be shown as they are, and which amount is at stake there.
struct AlteredTexts: Sendable {
    /// Nil where no money is named.
    private(set) var amount: Money?
    /// Whose amount it is, where the object has none of its own.
    private(set) var holder: ObjectReference?

    init() {}

    /// The object's own amount, else that of its contract, else the budget of the terms.
    init(of object: ObjectReference, in file: JSON) {
        let own = CaseSection.object(object, in: file)?["amount"]?.integer
        let contract = object.id.split(separator: ".").first.flatMap { number in
            file["contracts"]?.array?.first { $0["id"]?.string == String(number) }
        }
        if let own {
            amount = Money(fen: own)
        } else if object.machine != .challenge, let fen = contract?["amount"]?.integer {
            amount = Money(fen: fen)
            holder = ObjectReference(.contract, contract?["id"]?.string ?? "")
        } else if let fen = file["terms"]?["budget"]?.integer {
            amount = Money(fen: fen)
            holder = ObjectReference(.challenge)
        }
    }
}

/// What an official goes by then: the object's name on the board, the amount, the hash of all that was recorded about it.
struct ActMarks: Sendable {
    private let marks: [(label: String, text: SafeText)]

    init(_ rehearsal: Rehearsal, _ altered: AlteredTexts, _ setting: Setting) {
        let act = rehearsal.act
        var name = act.stream.id
        if !act.subject.id.isEmpty { name += "/" + act.subject.text }
        var marks: [(label: String, text: SafeText)] = [
            (setting.wording.label("id"), SafeText(name))
        ]
        if let amount = altered.amount {
            let holder = altered.holder.map { "  " + setting.wording.object($0) } ?? ""
            marks.append(
                (
                    setting.wording.label("amount"),
                    SafeText(setting.wording.money(amount) + holder)
                ))
        }
        if let hash = rehearsal.hash {
            marks.append((setting.texts.text("tui.confirm.hash"), SafeText(hash.text)))
        }
        self.marks = marks
    }

    func lines(_ setting: Setting, columns: Int) -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns)
        let warning = LineBreaker(columns: columns).lines(
            of: "⚠ " + setting.text("tui.confirm.altered"))
        return warning.map { FileLine($0, setting.theme[.warning]) }
            + sheet.labelled(marks, 1) + [.blank]
    }
}

extension JSON {
    /// Whether a text in it is not shown as it is: controls, reversals, invisible characters.
    var holdsAlteredText: Bool {
        switch self {
        case .string(let text): SafeText(text, form: .body).tampered
        case .array(let items): items.contains(where: \.holdsAlteredText)
        case .object(let members): members.values.contains(where: \.holdsAlteredText)
        default: false
        }
    }
}
