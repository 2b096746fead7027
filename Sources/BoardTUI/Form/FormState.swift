import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A form while it is filled in: where the caret stands, and what is wrong so far.
struct FormState: Sendable {
    private(set) var content: FormContent
    private(set) var cursor = FormPath()
    /// What cannot be understood as it stands, by path; what is merely missing is told at the end.
    private(set) var faults: [FormPath: SafeText] = [:]
    /// Fields that were asked for in vain when the form was to be given.
    private(set) var missing: FormPath?
    /// Whose command it is, for labels.
    let machine: String

    init(_ uses: [FieldUse], of machine: String) {
        content = FormContent(uses)
        self.machine = machine
        cursor = rows.first { $0.takesKeys }?.path ?? FormPath()
    }

    var rows: [FormRow] { content.rows(of: machine) }

    var row: FormRow? { rows.first { $0.path == cursor } }

    mutating func restore(_ draft: JSON, _ setting: Setting) {
        content.restore(draft)
        check(setting)
    }

    mutating func fill(_ record: Record, _ setting: Setting) {
        content.fill(record)
        check(setting)
    }

    // MARK: Moving

    mutating func move(by steps: Int) {
        let stops = rows.filter(\.takesKeys)
        guard !stops.isEmpty else { return }
        let place = stops.firstIndex { $0.path == cursor } ?? 0
        cursor = stops[max(0, min(stops.count - 1, place + steps))].path
    }

    mutating func focus(_ path: FormPath) {
        if rows.contains(where: { $0.path == path && $0.takesKeys }) { cursor = path }
    }

    // MARK: Editing

    /// - Returns: whether the event was the form's.
    mutating func take(_ event: InputEvent, columns: Int, in setting: Setting) -> Bool {
        missing = nil
        switch event {
        case .paste(let text): return paste(text, setting)
        case .key(let key): return press(key, columns, setting)
        default: return false
        }
    }

    private mutating func paste(_ text: String, _ setting: Setting) -> Bool {
        switch content[cursor] {
        case .line(var editor):
            editor.paste(text)
            put(.line(editor), setting)
        case .area(var editor):
            editor.paste(text)
            put(.area(editor), setting)
        default: return false
        }
        return true
    }

    private mutating func press(_ key: KeyEvent, _ columns: Int, _ setting: Setting) -> Bool {
        guard let row else { return false }
        switch (key.key, key.modifiers) {
        case (.tab, []):
            move(by: 1)
            return true
        case (.tab, .shift):
            move(by: -1)
            return true
        case (.character("x"), .control): return removeItem(setting)
        default: break
        }
        switch row.kind {
        case .list:
            switch (key.key, key.modifiers) {
            case (.enter, []), (.character("+"), _), (.character(" "), []), (.insert, []):
                guard let path = content.add(to: cursor) else { return false }
                check(setting)
                let first = rows.first { $0.takesKeys && $0.path.steps.starts(with: path.steps) }
                cursor = first?.path ?? path
                return true
            default: return moves(key)
            }
        case .item, .record:
            if key.key == .delete || key.key == .backspace { return removeItem(setting) }
            return key.key == .enter ? stepped(1) : moves(key)
        case .leaf: return edit(key, columns, setting)
        }
    }

    private mutating func edit(_ key: KeyEvent, _ columns: Int, _ setting: Setting) -> Bool {
        switch content[cursor] {
        case .line(var editor):
            if [.up, .down, .enter].contains(key.key), key.modifiers.isEmpty { return moves(key) }
            guard editor.handle(key) else { return false }
            put(.line(editor), setting)
        case .area(var editor):
            guard editor.handle(key, columns: columns) else { return false }
            put(.area(editor), setting)
        case .flag(let value):
            switch (key.key, key.modifiers) {
            case (.character(" "), []), (.left, []), (.right, []):
                put(.flag(!(value ?? false)), setting)
            case (.backspace, []), (.delete, []): put(.flag(nil), setting)
            default: return moves(key)
            }
        case .choice(let names, let chosen):
            switch (key.key, key.modifiers) {
            case (.right, []), (.character(" "), []):
                put(.choice(names, chosen.map { ($0 + 1) % names.count } ?? 0), setting)
            case (.left, []):
                let last = names.count - 1
                put(.choice(names, chosen.map { $0 == 0 ? last : $0 - 1 } ?? last), setting)
            case (.backspace, []), (.delete, []): put(.choice(names, nil), setting)
            default: return moves(key)
            }
        default: return false
        }
        return true
    }

    private mutating func moves(_ key: KeyEvent) -> Bool {
        switch (key.key, key.modifiers) {
        case (.down, []), (.enter, []): stepped(1)
        case (.up, []): stepped(-1)
        default: false
        }
    }

    private mutating func stepped(_ steps: Int) -> Bool {
        move(by: steps)
        return true
    }

    /// The item in which the caret stands, the innermost.
    private mutating func removeItem(_ setting: Setting) -> Bool {
        var path = cursor
        while let last = path.steps.last {
            if case .element = last {
                move(by: -1)
                let outside = !cursor.steps.starts(with: path.steps)
                content.remove(path)
                if !outside { cursor = path.parent }
                check(setting)
                if row == nil { cursor = path.parent }
                return true
            }
            path = path.parent
        }
        return false
    }

    private mutating func put(_ node: FormNode, _ setting: Setting) {
        content[cursor] = node
        check(setting)
    }

    // MARK: Checking

    private static let reader = FieldReader(Language.allCases.map { Texts($0) })

    /// What is typed is held against its shape as it is typed.
    private mutating func check(_ setting: Setting) {
        faults = [:]
        for row in rows where row.kind == .leaf {
            guard let node = content[row.path], let shape = shape(at: row.path), !node.isBlank,
                !Self.namesFile(node, shape)
            else { continue }
            do throws(FieldInputFault) {
                _ = try node.value(as: shape, path: row.label, Self.reader)
            } catch {
                faults[row.path] = SafeText(error.message(in: setting.texts))
            }
        }
    }

    /// A document that is named is looked for when the form is given.
    private static func namesFile(_ node: FormNode, _ shape: FieldShape) -> Bool {
        guard shape == .digest, case .line(let editor) = node else { return false }
        return editor.text.string.hasPrefix("@")
    }

    func shape(at path: FormPath) -> FieldShape? {
        if let use = content.field(at: path)?.use { return use.shape }
        guard case .list(let element, _)? = content[path.parent] else { return nil }
        return element
    }

    /// The first required field that is blank or not understood: the caret goes there.
    mutating func findFault() -> Bool {
        for row in rows {
            let isBlank = content[row.path]?.isBlank ?? true
            let isMissing = row.use?.required == true && isBlank && isWanted(row.path)
            guard isMissing || faults[row.path] != nil else { continue }
            if row.takesKeys {
                cursor = row.path
            } else {
                let inside = rows.first {
                    $0.takesKeys && $0.path.steps.starts(with: row.path.steps)
                }
                cursor = inside?.path ?? cursor
            }
            if isMissing { missing = cursor }
            return true
        }
        return false
    }

    /// A member of an optional record that nobody has begun is not missing.
    private func isWanted(_ path: FormPath) -> Bool {
        var parent = path.parent
        while !parent.steps.isEmpty {
            if let field = content.field(at: parent), !field.use.required, field.node.isBlank {
                return false
            }
            parent = parent.parent
        }
        return true
    }
}
