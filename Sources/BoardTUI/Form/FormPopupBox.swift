import BoardDomain
import TerminalKit

/// What lies open beside a field, as it looks.
struct FormPopupBox: Widget {
    let popup: FormPopup
    let material: FormMaterial
    let setting: Setting

    /// Columns and rows that it would take beside a field of so many columns.
    static func size(_ popup: FormPopup, _ columns: Int, _ setting: Setting) -> Size {
        switch popup {
        case .choice(let state), .picks(let state):
            let size = ChoicePopup(state, placeholder: .empty, theme: setting.theme)?
                .size(columns: min(columns, 48))
            return size ?? Size(columns: 0, rows: 0)
        case .calendar: return CalendarPopup.size
        case .paths(let paths):
            let widest = paths.entries.map { SafeText($0.name).columns() }.max() ?? 0
            return Size(
                columns: min(max(32, widest + 16), 72),
                rows: min(PathPopup.mostRows, paths.entries.count) + 2)
        }
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        switch popup {
        case .choice(let state), .picks(let state):
            ChoicePopup(state, placeholder: setting.text("tui.form.asTyped"), theme: theme)?
                .draw(on: &frame)
        case .calendar(let state):
            let hint = DayHint(material, setting)
            CalendarPopup(
                state, words: setting.texts.language == .en ? .english : .chinese,
                marks: { hint.mark(Day(number: $0.number)) },
                hint: { SafeText(hint.words(Day(number: $0.number))) }, theme: theme)?
                .draw(on: &frame)
        case .paths(let paths): draw(paths, on: &frame)
        }
    }

    private func draw(_ paths: PathPopup, on frame: inout Frame) {
        let theme = setting.theme
        let overlay = theme[.overlay]
        frame.fill(style: overlay)
        frame.drawBorder(overlay.merging(theme[.focus]))
        let columns = frame.size.columns - 4
        for (row, entry) in paths.entries.dropFirst(paths.top).prefix(frame.size.rows - 2)
            .enumerated()
        {
            let isSelected = paths.selected == paths.top + row
            let style = isSelected ? theme[.selection] : overlay
            let name = SafeText(entry.name + (entry.isFolder ? "/" : ""))
            frame.writeField(name, column: 2, row: row + 1, columns: columns, style: style)
            guard !entry.isFolder else { continue }
            let size = SafeText(Self.size(entry.size))
            let start = columns + 2 - size.columns(frame.ambiguous)
            guard start > name.columns(frame.ambiguous) + 3 else { continue }
            frame.write(
                size, column: start, row: row + 1,
                style: isSelected ? style : overlay.merging(theme[.muted]))
        }
    }

    /// `12 KB`: rounded up, so that nothing is 0.
    private static func size(_ bytes: Int64) -> String {
        if bytes < 1_000 { return "\(bytes) B" }
        if bytes < 1_000_000 { return "\((bytes + 999) / 1_000) KB" }
        return "\((bytes + 999_999) / 1_000_000) MB"
    }
}
