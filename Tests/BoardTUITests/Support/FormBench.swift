import BoardResources
import BoardService
import TerminalKit

@testable import BoardDomain
@testable import BoardTUI

/// What forms are tried with: a setting without a board, choices made up from the table.
enum FormBench {
    static let now = Instant(text: "2026-03-02T09:00:00+08:00") ?? Instant(milliseconds: 0)

    static func setting(
        _ language: Language = .zhHans, size: Size = Size(columns: 80, rows: 24)
    ) -> Setting {
        Setting(
            person: "ent", personName: "陈明", roles: [.enterprise],
            wording: ValueWording(Texts(language)), theme: .dark, now: now, size: size,
            isPast: false)
    }

    /// A row of the table as somebody may give it.
    static func choice(
        _ row: Transition, subject: String = "1", isNew: Bool = false, proposed: Record? = nil
    ) -> ActChoice {
        let option = CommandOption(
            rule: row.key, subject: ObjectReference(row.machine, row.creates ? "" : subject),
            command: row.command ?? "", pending: nil, proposed: proposed, sentBack: nil,
            capacity: nil, refusal: nil, guards: [], fields: row.declaredFields, completes: true)
        return ActChoice(
            option: option, stream: StreamID(.challenge, "XC-2026-0001"), isNew: isNew)
    }

    static func row(_ machine: Machine, _ command: String) -> Transition {
        guard let row = TransitionTable.standard.rows(of: machine, command: command).first else {
            preconditionFailure("\(machine).\(command)")
        }
        return row
    }

    /// A form's state, with what there is to pick.
    static func state(
        _ uses: [FieldUse], _ context: String = "challenge", _ command: String = "submit",
        options: [FormSource: [ChoiceOption<String>]] = [:]
    ) -> FormState {
        var state = FormState(uses, FormOutline(context: context, command: command))
        state.offer(options, setting())
        return state
    }

    /// What somebody would type for a shape.
    static func typed(_ shape: FieldShape) -> JSON {
        switch shape {
        case .text, .protectedText: "文字"
        case .integer(let range): .string(String(range.lowerBound))
        case .flag: true
        case .money: "20"
        case .basisPoints: "39.99"
        case .day: "2026-10-13"
        case .instant: "2026-10-13 09:00"
        case .digest: .string(String(repeating: "a1", count: 32))
        case .unifiedCode: "91330624147643211E"
        case .decimal: "0.45"
        case .bytes: "00ff"
        case .choice(let names): .string(names[0])
        case .list(let element): [typed(element)]
        case .record(let uses):
            .object(
                Dictionary(uses.map { ($0.name, typed($0.shape)) }, uniquingKeysWith: { $1 }))
        }
    }
}

extension FormState {
    /// Types a text, each scalar as a key of its own.
    mutating func type(_ text: String, _ setting: Setting = FormBench.setting()) {
        for scalar in text.unicodeScalars { press(.character(scalar), [], setting) }
    }

    mutating func press(
        _ key: Key, _ modifiers: Modifiers = [], _ setting: Setting = FormBench.setting()
    ) {
        _ = take(.key(KeyEvent(key, modifiers)), columns: 40, in: setting)
    }
}
