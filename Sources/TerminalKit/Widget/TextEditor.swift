/// Text that is being typed: what a field or an area holds. Everything typed or pasted goes through the gate of `SafeText`.
public struct TextEditor: Hashable, Sendable {
    /// What stands in it.
    public internal(set) var text = SafeText.empty
    /// Where the caret stands: UTF-8 bytes from the start, always between two clusters.
    public internal(set) var caret = 0
    /// Whether the gate had to change what was typed or pasted; until all is replaced.
    public private(set) var tampered = false
    /// How many scalars of what was typed or pasted last found no room.
    public private(set) var overflow = 0
    /// One line or several.
    public let form: SafeText.Form
    /// The most scalars that it takes.
    public let limit: Int
    /// The column that moves up and down keep to.
    var goal: Int?
    /// A joiner that is only safe once what it joins has come.
    private var joiner = ""
    private var history = EditHistory()

    /// Empty.
    public init(_ form: SafeText.Form = .line, limit: Int = 512) {
        self.form = form
        self.limit = form == .line ? min(limit, TextMetrics.mostScalars) : limit
    }

    /// Replaces all, with the caret at the end; there is nothing to undo then.
    public mutating func set(_ untrusted: String) {
        text = .empty
        caret = 0
        tampered = false
        overflow = 0
        insert(untrusted)
        history = EditHistory()
    }

    /// Puts text at the caret; as much of it as there is room for.
    public mutating func insert(_ untrusted: String) {
        if untrusted == "\u{200D}" {
            joiner = untrusted
            return
        }
        var added = joiner + untrusted
        joiner = ""
        while form == .line, added.last?.isNewline == true { added.removeLast() }
        let room = max(0, limit - text.string.unicodeScalars.count)
        overflow = max(0, added.unicodeScalars.count - room)
        added = String(String.UnicodeScalarView(added.unicodeScalars.prefix(room)))
        guard !added.isEmpty else { return }
        let (before, after) = parts
        let head = SafeText(before + added, form: form)
        let whole = SafeText(head.string + after, form: form)
        history.note(
            EditHistory.State(text: text, caret: caret),
            added.unicodeScalars.count == 1 && added != " " && added != "\n" ? .typing : .other)
        tampered = tampered || head.tampered || whole.tampered
        // What was there has been told already; the text itself is safe.
        text = SafeText(metered: whole.string, replacements: [], form: form)
        caret = boundary(from: head.string.utf8.count)
        goal = nil
    }

    /// Takes away what stands between two places.
    mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        overflow = 0
        history.note(EditHistory.State(text: text, caret: caret), .removing)
        let before = text[utf8: 0..<range.lowerBound].string
        let after = text[utf8: range.upperBound..<end].string
        text = SafeText(
            metered: SafeText(before + after, form: form).string, replacements: [], form: form)
        caret = boundary(from: range.lowerBound)
        if text.isEmpty { tampered = false }
        goal = nil
    }

    /// Takes the last change back. False where there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        restore(history.undo(from: EditHistory.State(text: text, caret: caret)))
    }

    /// Makes again what was taken back. False where there is nothing.
    @discardableResult
    public mutating func redo() -> Bool {
        restore(history.redo(from: EditHistory.State(text: text, caret: caret)))
    }

    /// Puts the caret at the cluster that stands in a column of the text's single line.
    public mutating func placeCaret(column: Int, _ ambiguous: AmbiguousWidth = .narrow) {
        move(to: text.prefix(columns: max(0, column), ambiguous).string.utf8.count)
    }

    mutating func move(to place: Int) {
        caret = max(0, min(place, end))
        goal = nil
        joiner = ""
        history.pause()
    }

    var end: Int { text.string.utf8.count }

    private var parts: (before: String, after: String) {
        (text[utf8: 0..<caret].string, text[utf8: caret..<end].string)
    }

    private mutating func restore(_ state: EditHistory.State?) -> Bool {
        guard let state else { return false }
        overflow = 0
        text = state.text
        caret = state.caret
        goal = nil
        return true
    }

    /// The first place between two clusters that is not before this one.
    private func boundary(from place: Int) -> Int {
        text.clusters().first { $0.utf8.upperBound >= place && place > $0.utf8.lowerBound }?
            .utf8.upperBound ?? min(place, end)
    }
}
