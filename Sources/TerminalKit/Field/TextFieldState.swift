/// A field in which one types, on one line or several: what stands in it, which characters it takes, and whether it has been left.
public struct TextFieldState: Hashable, Sendable {
    /// What stands in it.
    public private(set) var editor: TextEditor
    /// Which characters it takes.
    public let characters: TypedCharacters
    /// Whether it is a passphrase: asterisks are shown, and no key tells where its words end.
    public let isSecret: Bool
    /// Whether the caret has been in it and gone: what is unfinished is a fault from then on.
    public private(set) var wasLeft = false

    /// With a text to begin with, of which as much is taken as may stand there.
    public init(
        _ form: SafeText.Form = .line, limit: Int = 512, characters: TypedCharacters = .any,
        isSecret: Bool = false, text: String = ""
    ) {
        editor = TextEditor(form, limit: limit)
        self.characters = characters
        self.isSecret = isSecret
        if !text.isEmpty { set(text) }
    }

    /// What is typed.
    public var text: SafeText { editor.text }

    /// Replaces all, with the caret at the end. Nothing of what was there before is kept.
    public mutating func set(_ untrusted: String) {
        editor = TextEditor(editor.form, limit: editor.limit)
        editor.set(characters.taken(untrusted))
    }

    /// The caret goes elsewhere.
    public mutating func leave() { wasLeft = true }

    /// Typing and the keys of `TextEditor.handle`; on several lines also pages of an area of this size. Enter submits a line and breaks one in a body.
    public mutating func handle(
        _ event: KeyEvent, in size: Size = Size(columns: .max, rows: 1),
        _ ambiguous: AmbiguousWidth = .narrow
    ) -> FieldOutcome {
        if event == KeyEvent(.enter), editor.form == .line { return .submitted }
        let before = editor.text
        if let scalar = event.character {
            guard let taken = characters.taken(scalar) else { return .taken }
            editor.insert(String(taken))
        } else if editor.form == .body, event.key == .pageUp || event.key == .pageDown {
            let page = max(1, size.rows - 1)
            editor.moveLines(
                event.key == .pageUp ? -page : page, TextArea.columns(of: size), ambiguous)
        } else {
            let event = isSecret ? Self.withoutWords(event) : event
            guard
                editor.handle(event, columns: TextArea.columns(of: size), ambiguous: ambiguous)
            else { return .ignored }
        }
        return editor.text == before ? .taken : .changed
    }

    /// What a paste brings; line breaks at its end do not come into a line.
    public mutating func paste(_ untrusted: String) -> FieldOutcome {
        let before = editor.text
        editor.paste(characters.taken(untrusted))
        return editor.text == before ? .taken : .changed
    }

    /// Puts the caret where the mouse is, in columns and rows of a field that is drawn at this size.
    public mutating func click(
        _ place: Position, in size: Size, _ ambiguous: AmbiguousWidth = .narrow
    ) -> FieldOutcome {
        guard Rect(size).contains(place) else { return .ignored }
        switch editor.form {
        case .line:
            guard place.row == 0 else { return .ignored }
            let sight = TextField.Sight(editor, isSecret, columns: size.columns, ambiguous)
            let column = sight.start + place.column
            if isSecret {
                let clusters = editor.text.clusters().prefix(column)
                editor.move(to: clusters.last?.utf8.upperBound ?? 0)
            } else {
                editor.placeCaret(column: column, ambiguous)
            }
        case .body:
            let sight = TextArea.Sight(editor, size, ambiguous)
            let line = sight.lines[min(sight.top + place.row, sight.lines.count - 1)]
            let before = editor.text[utf8: line].prefix(columns: place.column, ambiguous)
            editor.move(to: line.lowerBound + before.string.utf8.count)
        }
        return .taken
    }

    /// The same over all of a line: where words end in a passphrase is nobody's to see.
    private static func withoutWords(_ event: KeyEvent) -> KeyEvent {
        let isByWord = !event.modifiers.isDisjoint(with: [.control, .alt])
        switch (event.key, event.modifiers) {
        case (.left, _) where isByWord, (.character("b"), .alt): return KeyEvent(.home)
        case (.right, _) where isByWord, (.character("f"), .alt): return KeyEvent(.end)
        case (.backspace, _) where isByWord, (.character("w"), .control):
            return KeyEvent(.character("u"), .control)
        case (.delete, _) where isByWord, (.character("d"), .alt):
            return KeyEvent(.character("k"), .control)
        default: return event
        }
    }
}

extension TextField {
    /// Of a field, asterisks where it is secret.
    public init(
        _ state: TextFieldState, isFocused: Bool, placeholder: SafeText = .empty, theme: Theme
    ) {
        self.init(
            state.editor, isFocused: isFocused, placeholder: placeholder,
            isSecret: state.isSecret, theme: theme)
    }
}

extension TextArea {
    /// Of a field of several lines.
    public init(_ state: TextFieldState, isFocused: Bool, theme: Theme) {
        self.init(state.editor, isFocused: isFocused, theme: theme)
    }
}
