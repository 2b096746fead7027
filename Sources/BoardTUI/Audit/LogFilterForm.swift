import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What the log is sifted by, as it is typed: words of the event, a stream, a person, text of the payload.
struct LogFilterForm: Sendable {
    enum Line: String, CaseIterable, Sendable { case type, stream, person, text }

    enum Outcome: Sendable { case given, cleared, cancelled }

    private(set) var editors: [Line: TextEditor] = Dictionary(
        uniqueKeysWithValues: Line.allCases.map { ($0, TextEditor()) })
    private(set) var line = Line.type
    /// Why it cannot be taken as it stands.
    private(set) var fault: SafeText?

    func text(_ line: Line) -> String { editors[line]?.text.string ?? "" }

    /// Event types whose names in words match what is typed.
    func types(_ setting: Setting) -> [String] {
        let typed = text(.type)
        guard !typed.isEmpty else { return [] }
        let filter = FuzzyFilter(typed)
        return Self.types.filter { type in
            filter.match(SafeText(setting.wording.event(type) + " " + type)) != nil
        }
    }

    private static let types = Array(Set(TransitionTable.standard.eventNames)).sorted()

    mutating func take(_ event: InputEvent) -> Outcome? {
        switch event {
        case .paste(let text): editors[line]?.paste(text)
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.escape, _): return .cancelled
            case (.enter, _): return .given
            case (.character("x"), .control): return .cleared
            case (.tab, .shift), (.up, []): step(by: -1)
            case (.tab, _), (.down, []): step(by: 1)
            default:
                if editors[line]?.handle(key) == true { fault = nil }
            }
        default: break
        }
        return nil
    }

    private mutating func step(by steps: Int) {
        let lines = Line.allCases
        let place = lines.firstIndex(of: line) ?? 0
        line = lines[(place + steps + lines.count) % lines.count]
    }

    mutating func fail(_ words: SafeText) { fault = words }
}

extension BoardDesk {
    /// The filter that a form stands for; a person may be given by name, a stream by its number.
    func filter(_ form: LogFilterForm, types: [String]) async -> Answer<LogFilter> {
        await answer {
            var filter = LogFilter()
            filter.types = Set(types)
            let stream = form.text(.stream)
            if !stream.isEmpty {
                let isName = stream.contains("/") && !stream.contains(where: \.isNumber)
                filter.stream =
                    isName ? stream : try await board.target(stream).stream.text
            }
            let person = form.text(.person)
            if !person.isEmpty { filter.actor = try await board.person(named: person) }
            filter.text = form.text(.text).isEmpty ? nil : form.text(.text)
            return filter
        }
    }
}

/// The form as it looks.
struct LogFilterBox: Widget {
    let form: LogFilterForm
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let size = Size(columns: min(76, frame.size.columns - 4), rows: 11)
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(setting.text("tui.audit.filter.title"), theme)
            for (row, line) in LogFilterForm.Line.allCases.enumerated() {
                frame.writeField(
                    setting.text("tui.audit.filter." + line.rawValue), column: inside.column,
                    row: inside.row + row, columns: 10, style: theme[.overlay])
                frame.draw(
                    TextField(
                        form.editors[line] ?? TextEditor(), isFocused: line == form.line,
                        theme: theme),
                    in: Rect(
                        column: inside.column + 11, row: inside.row + row,
                        columns: inside.columns - 11, rows: 1))
            }
            let note = Rect(
                column: inside.column, row: inside.row + 5, columns: inside.columns, rows: 3)
            frame.draw(
                Text(
                    form.fault ?? hint,
                    style: theme[.overlay].merging(theme[form.fault == nil ? .muted : .danger])),
                in: note)
            let keys = Rect(
                column: inside.column, row: inside.endRow - 1, columns: inside.columns, rows: 1)
            frame.draw(
                KeyHints(
                    [
                        KeyHint("Enter", setting.text("tui.audit.key.find")),
                        KeyHint("Tab", setting.text("tui.form.key.next")),
                        KeyHint("Ctrl-X", setting.text("tui.board.key.clear")),
                        KeyHint("Esc", setting.text("tui.key.back")),
                    ], theme: theme, style: theme[.overlay]), in: keys)
        }
    }

    /// Which events the typed words stand for.
    private var hint: SafeText {
        guard form.line == .type, !form.text(.type).isEmpty else {
            return setting.text("tui.audit.filter.hint." + form.line.rawValue)
        }
        let types = form.types(setting)
        guard !types.isEmpty else { return setting.text("tui.palette.none") }
        let words = setting.wording.list(types.prefix(12).map(setting.wording.event))
        return SafeText(words, form: .body)
    }
}
