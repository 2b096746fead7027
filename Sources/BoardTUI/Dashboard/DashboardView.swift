import TerminalKit

/// The dashboard as it looks: sections in as many columns as there is room for.
struct DashboardView: Widget {
    let screen: DashboardScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    /// A line of a column.
    private enum Line {
        case heading(SafeText)
        case note(SafeText)
        case figure(DashboardFigure)
        case blank
    }

    private static func lines(of sections: [DashboardSection]) -> [Line] {
        sections.enumerated().flatMap { place, section -> [Line] in
            let lines: [Line] =
                section.figures.isEmpty
                ? [.note(section.emptiness)] : section.figures.map { .figure($0) }
            return (place > 0 ? [.blank] : []) + [.heading(section.title)] + lines
        }
    }

    private func rects(_ count: Int, in bounds: Rect) -> [Rect] {
        Layout(.horizontal, Array(repeating: .fill(), count: count), spacing: 2).split(
            bounds.inset(columns: 1))
    }

    /// The first line in sight: the selected figure stays in it, with its heading where it can.
    private func top(_ lines: [Line], _ height: Int) -> Int {
        let place = lines.firstIndex { line in
            if case .figure(let figure) = line { return figure.id == selectedID }
            return false
        }
        guard let place, lines.count > height else { return 0 }
        return max(0, min(place - height * 2 / 3, lines.count - height))
    }

    private var selectedID: String? {
        let figures = screen.figures(setting)
        return screen.cursor(figures).map { figures[$0.column][$0.place].id }
    }

    func draw(on frame: inout Frame) {
        guard screen.content.value != nil else {
            let words = screen.content.failure ?? setting.text("tui.loading")
            frame.draw(Text(words, style: theme[.muted]), in: frame.bounds.inset(columns: 1))
            return
        }
        let columns = screen.columns(setting)
        let selected = selectedID
        for (sections, rect) in zip(columns, rects(columns.count, in: frame.bounds)) {
            let lines = Self.lines(of: sections)
            let top = top(lines, rect.rows)
            frame.within(rect) { frame in
                for (row, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
                    let part = Rect(column: 0, row: row, columns: rect.columns, rows: 1)
                    frame.within(part) { draw(line, selected, on: &$0) }
                }
            }
        }
    }

    /// The figure at a place of the body; nil where there is none.
    func figure(at position: Position) -> DashboardFigure? {
        let columns = screen.columns(setting)
        for (sections, rect) in zip(columns, rects(columns.count, in: Rect(setting.body)))
        where rect.contains(position) {
            let lines = Self.lines(of: sections)
            let place = top(lines, rect.rows) + position.row - rect.row
            if place < lines.count, case .figure(let figure) = lines[place] { return figure }
        }
        return nil
    }

    private func draw(_ line: Line, _ selected: String?, on frame: inout Frame) {
        switch line {
        case .blank: break
        case .heading(let title): frame.drawRule(title, theme)
        case .note(let words): frame.write(words, column: 2, style: theme[.muted])
        case .figure(let figure): draw(figure, figure.id == selected, on: &frame)
        }
    }

    private func draw(_ figure: DashboardFigure, _ isSelected: Bool, on frame: inout Frame) {
        let style = isSelected ? theme[.selection] : theme[figure.role]
        if isSelected { frame.fill(style: style) }
        let label = min(14, frame.size.columns / 4)
        let needed = figure.figure.columns(frame.ambiguous)
        var bar = 0
        if case .none = figure.measure {
        } else {
            bar = max(6, min(24, frame.size.columns - label - needed - 4))
        }
        let parts = Layout.horizontal(
            .length(1), .length(label), .length(bar), .min(0), spacing: 1
        ).split(frame.bounds)
        frame.write(isSelected ? frame.symbols.pointer : " ", column: 0, style: style)
        frame.writeField(
            figure.label, column: parts[1].column, columns: parts[1].columns, style: style)
        switch figure.measure {
        case .none: break
        case .bar(let fraction): drawBar(fraction, style, in: parts[2], on: &frame)
        case .course(let values):
            frame.draw(Sparkline(values, style: isSelected ? style : theme[.accent]), in: parts[2])
        }
        frame.writeField(
            figure.figure, column: parts[3].column, columns: parts[3].columns, style: style)
    }

    private func drawBar(_ fraction: Double, _ style: Style, in rect: Rect, on frame: inout Frame) {
        let halves = Int((max(0, min(1, fraction)) * Double(rect.columns * 2)).rounded())
        for column in 0..<rect.columns {
            let filled = min(2, max(0, halves - column * 2))
            let sign = filled == 0 ? frame.symbols.empty : frame.symbols.steps[filled * 4]
            frame.write(
                sign, column: rect.column + column,
                style: style.merging(theme[filled == 0 ? .muted : .accent]))
        }
    }
}
