import BoardDomain
import BoardService
import TerminalKit

/// Somebody who may be signed in as: a person with what it is on the board.
struct PersonEntry: Sendable, Identifiable {
    let id: PersonID
    let name: String
    let roles: [Role]
    let organisations: [String]
}

extension BoardDesk {
    /// Whoever holds an appointment now, by role; only boards whose file's owner may act as anybody show it.
    func persons() async -> [PersonEntry] {
        guard let directory = try? await board.directory() else { return [] }
        let now = await board.now
        let entries = directory.persons.keys.compactMap { id -> PersonEntry? in
            let held = directory.appointments(of: id, at: now)
            guard !held.isEmpty else { return nil }
            let organisations = Set(held.map(\.organisation)).sorted()
            return PersonEntry(
                id: id, name: directory.persons[id]?.name ?? id,
                roles: Role.allCases.filter { role in held.contains { $0.role == role } },
                organisations: organisations.map { directory.organisations[$0]?.name ?? $0 })
        }
        let order = Dictionary(
            uniqueKeysWithValues: Role.pickingOrder.enumerated().map { ($1, $0) })
        return entries.sorted { left, right in
            let ranks = (
                left.roles.compactMap { order[$0] }.min() ?? .max,
                right.roles.compactMap { order[$0] }.min() ?? .max
            )
            return ranks.0 == ranks.1 ? left.id < right.id : ranks.0 < ranks.1
        }
    }
}

extension Role {
    /// Officials first: theirs is the daily work.
    static let pickingOrder: [Role] = [
        .reviewer, .caseOfficer, .supervisor, .financeReviewer, .payer, .enterprise, .signatory,
        .bidder, .workshop, .laboratory, .panelExpert, .argumentExpert, .buyer, .liaison,
        .auditor, .administrator,
    ]
}

/// The persons of a sample board, filtered by what is typed.
struct PersonPickerState: Sendable {
    enum Outcome: Sendable {
        case chosen(PersonID)
        case cancelled
    }

    let entries: [PersonEntry]
    private(set) var query = TextEditor()
    private(set) var selection = RowSelection<PersonID>()

    init(_ entries: [PersonEntry]) { self.entries = entries }

    static let rows = 14

    /// Name, role and organisation are looked through together.
    func found(in setting: Setting) -> ElementRows<PersonEntry> {
        let found = FuzzyFilter(query.text.string).filter(entries) { entry in
            SafeText(Self.line(entry, setting).joined(separator: " "))
        }
        return ElementRows(found.map(\.element)) { entry, column in
            StyledText(SafeText(Self.line(entry, setting)[column]))
        }
    }

    private static func line(_ entry: PersonEntry, _ setting: Setting) -> [String] {
        [
            entry.name,
            entry.roles.map { setting.wording.choice($0.rawValue, of: "role") }
                .joined(separator: setting.texts.text("cli.comma")),
            entry.organisations.joined(separator: setting.texts.text("cli.comma")), entry.id,
        ]
    }

    mutating func take(_ event: InputEvent, in setting: Setting) -> Outcome? {
        let found = found(in: setting)
        switch event {
        case .mouse(let mouse): return take(mouse, found, in: setting)
        case .paste(let text): query.paste(text)
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.escape, _): return .cancelled
            case (.enter, _):
                let placement = selection.placement(in: found, height: Self.rows)
                let index = placement.selected ?? 0
                return found.count > 0 ? .chosen(found.id(at: index)) : .cancelled
            case (.character, []): _ = query.handle(key)
            default:
                if !selection.handle(key, in: found, height: Self.rows) {
                    _ = query.handle(key)
                }
            }
        default: break
        }
        return nil
    }

    /// A click selects a person and a second one chooses it; one beside the box closes it.
    private mutating func take(
        _ mouse: MouseEvent, _ found: ElementRows<PersonEntry>, in setting: Setting
    ) -> Outcome? {
        switch mouse.kind {
        case .scrollDown: selection.move(by: 3, in: found, height: Self.rows)
        case .scrollUp: selection.move(by: -3, in: found, height: Self.rows)
        case .press(.left):
            let place = Position(column: mouse.column, row: mouse.row)
            let (box, table) = PersonBox.parts(of: Rect(setting.size))
            guard box.contains(place) else { return .cancelled }
            let placement = selection.placement(in: found, height: Self.rows)
            let index = placement.top + mouse.row - table.row - 1
            guard table.contains(place), mouse.row > table.row, index < found.count else {
                return nil
            }
            guard placement.selected != index else { return .chosen(found.id(at: index)) }
            selection.select(index, in: found, height: Self.rows)
        default: break
        }
        return nil
    }
}
