import BoardDomain
import TerminalKit

/// The keys of a form.
extension FormState {
    /// - Parameter columns: of what is typed.
    /// - Returns: whether the event was the form's.
    mutating func take(_ event: InputEvent, columns: Int, in setting: Setting) -> Bool {
        forget()
        switch event {
        case .paste(let text): return paste(text, setting)
        case .key(let key):
            if let open = popup {
                let outcome = popup?.take(key) ?? .ignored
                if outcome == .ignored, key.key == .tab { settle(open.left, setting) }
                if outcome != .ignored {
                    settle(outcome, setting)
                    return true
                }
            }
            return press(key, columns, setting)
        default: return false
        }
    }

    /// What came of a popup.
    mutating func settle(_ outcome: FormPopup.Outcome, _ setting: Setting) {
        let isPaths = if case .paths? = popup { true } else { false }
        switch outcome {
        case .open, .ignored: return
        case .closed:
            if isPaths { quietPath = content[cursor]?.text }
            popup = nil
        case .text(let text):
            popup = nil
            put(joined(text), setting)
        case .chosen(let chosen):
            popup = nil
            choose(chosen, setting)
        }
    }

    /// A day from the calendar keeps the time that an instant has already.
    private func joined(_ text: String) -> String {
        guard content.shape(at: cursor) == .instant else { return text }
        let time = (content[cursor]?.text ?? "").split(separator: " ").dropFirst().first
        return text + " " + (time.map(String.init) ?? "09:00")
    }

    private mutating func choose(_ chosen: [String], _ setting: Setting) {
        guard case .list(let element, _)? = content[cursor] else { return }
        let items = chosen.map { text -> FormNode in
            var node = FormNode(element)
            node.restore(.string(text))
            return node
        }
        put(.list(element, items), setting)
    }

    private mutating func paste(_ text: String, _ setting: Setting) -> Bool {
        if popup?.paste(text) == true { return true }
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
        case (.tab, []): return stepped(1)
        case (.tab, .shift): return stepped(-1)
        case (.character("x"), .control): return removeItem(setting)
        case (.character("n"), .control): return addItem(setting)
        case (.character("o"), .control): return duplicateItem(setting)
        case (.up, .control): return moveItem(-1, setting)
        case (.down, .control): return moveItem(1, setting)
        default: break
        }
        switch row.kind {
        case .list:
            switch (key.key, key.modifiers) {
            case (.enter, []), (.character("+"), _), (.character(" "), []), (.insert, []):
                return addItem(setting)
            default: return moves(key)
            }
        case .picks: return pick(key, row, setting)
        case .item, .record, .section:
            if key.key == .delete || key.key == .backspace { return removeItem(setting) }
            return key.key == .enter ? stepped(1) : moves(key)
        case .leaf: return edit(key, row, columns, setting)
        }
    }

    // MARK: Fields

    private mutating func edit(
        _ key: KeyEvent, _ row: FormRow, _ columns: Int, _ setting: Setting
    ) -> Bool {
        if let opened = opened(by: key, row, setting) {
            popup = opened
            return true
        }
        switch content[cursor] {
        case .line(var editor):
            if [.up, .down, .enter].contains(key.key), key.modifiers.isEmpty { return moves(key) }
            // What was picked goes as a whole: half an id is nobody's.
            if key == KeyEvent(.backspace), source(of: row)?.isFiltered == true,
                reader.title(of: editor.text.string, at: row.place()) != nil
            {
                put("", setting)
                return true
            }
            guard editor.handle(key) else { return false }
            put(.line(editor), setting)
        case .area(var editor):
            guard editor.handle(key, columns: columns) else { return false }
            put(.area(editor), setting)
        case .flag(let value):
            switch (key.key, key.modifiers) {
            case (.character(" "), []), (.left, []), (.right, []):
                put(.flag(!(value ?? false)), setting)
            case (.character("y"), []): put(.flag(true), setting)
            case (.character("n"), []): put(.flag(false), setting)
            case (.backspace, []), (.delete, []): put(.flag(nil), setting)
            default: return moves(key)
            }
        case .choice(let names, let chosen):
            switch (key.key, key.modifiers) {
            case (.right, []):
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

    private mutating func pick(_ key: KeyEvent, _ row: FormRow, _ setting: Setting) -> Bool {
        if let opened = opened(by: key, row, setting) {
            popup = opened
            return true
        }
        switch (key.key, key.modifiers) {
        case (.backspace, []), (.delete, []):
            guard case .list(let element, _)? = content[cursor] else { return false }
            put(.list(element, []), setting)
            return true
        default: return moves(key)
        }
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

    // MARK: Items

    private mutating func addItem(_ setting: Setting) -> Bool {
        let item = cursor.item
        let isList = if case .list? = row?.kind { true } else { false }
        let list = isList || item == nil ? cursor : item?.parent ?? cursor
        guard !isFixed(list) else { return false }
        var place: Int?
        if !isList, case .element(let index)? = item?.steps.last { place = index }
        let added = change(setting) { $0.add(to: list, after: place) }
        if added { enter(cursor) }
        return added
    }

    private mutating func duplicateItem(_ setting: Setting) -> Bool {
        guard let item = cursor.item, !isFixed(item.parent) else { return false }
        return change(setting) { $0.duplicate(item) }
    }

    private mutating func moveItem(_ steps: Int, _ setting: Setting) -> Bool {
        guard let item = cursor.item, !isFixed(item.parent) else { return false }
        let rest = cursor.steps.dropFirst(item.steps.count)
        return change(setting) { content in
            content.move(item, by: steps).map { FormPath(steps: $0.steps + rest) }
        }
    }

    /// The item in which the caret stands, the innermost.
    private mutating func removeItem(_ setting: Setting) -> Bool {
        guard let item = cursor.item, !isFixed(item.parent) else { return false }
        return change(setting) { content in
            content.remove(item)
            guard case .element(let place)? = item.steps.last,
                case .list(_, let items)? = content[item.parent], !items.isEmpty
            else { return item.parent }
            return item.parent.appending(.element(min(place, items.count - 1)))
        }
    }

    private func isFixed(_ list: FormPath) -> Bool {
        content.field(at: list).map { outline.fixed.contains($0.use.name) } ?? false
    }
}
