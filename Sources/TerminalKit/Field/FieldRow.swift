/// A field with its label before or above it, and below it what is said about its value. Any widget may be the field.
public struct FieldRow<Field: Widget>: Widget {
    /// What belongs into it.
    public var label: SafeText
    /// What one types or chooses in.
    public var field: Field
    /// Whether an asterisk says that it may not stay empty.
    public var isRequired: Bool
    /// What is said about its value.
    public var verdict: FieldVerdict
    /// Whether it takes the keys.
    public var isFocused: Bool
    /// Whether the person may still be on the way there: what is unfinished is then no fault.
    public var isTyping: Bool
    /// Columns of the label before the field; 0 puts it on a row of its own above.
    public var labelColumns: Int
    /// Its colours: `text` and `accent` for the label, `muted` and `danger` for what is said.
    public var theme: Theme

    /// With the label before it, unless told otherwise.
    public init(
        _ label: SafeText, field: Field, isRequired: Bool = false,
        verdict: FieldVerdict = .good(), isFocused: Bool, isTyping: Bool? = nil,
        labelColumns: Int = 16, theme: Theme
    ) {
        self.label = label
        self.field = field
        self.isRequired = isRequired
        self.verdict = verdict
        self.isFocused = isFocused
        self.isTyping = isTyping ?? isFocused
        self.labelColumns = labelColumns
        self.theme = theme
    }

    /// Where the field is drawn in a part of this size: what clicks are counted from, and what a calendar or list opens beside.
    public static func fieldRect(of size: Size, labelColumns: Int = 16) -> Rect {
        let top = labelColumns == 0 ? 1 : 0
        let left = min(labelColumns, size.columns)
        let rows = size.rows - top
        return Rect(
            column: left, row: top, columns: size.columns - left,
            rows: rows > 1 ? rows - 1 : rows)
    }

    /// The last row is the message's where there is more than one.
    public func draw(on frame: inout Frame) {
        let rect = Self.fieldRect(of: frame.size, labelColumns: labelColumns)
        let text = isRequired ? label + " *" : label
        let columns = labelColumns == 0 ? frame.size.columns : max(0, rect.column - 1)
        frame.writeField(
            text, column: 0, columns: columns,
            style: isFocused ? theme[.text].merging(theme[.accent]) : theme[.text])
        frame.draw(field, in: rect)
        guard rect.endRow < frame.size.rows else { return }
        let isFault = verdict.isFault(isTyping: isTyping)
        frame.writeField(
            isFault ? "! " + verdict.message : verdict.message, column: rect.column,
            row: rect.endRow, columns: rect.columns, style: theme[isFault ? .danger : .muted])
    }
}
