import TerminalKitTesting

@testable import TerminalKit

/// A picture that random edits change. What it is made of is kept here, so that the same picture can be drawn again and again.
struct RandomScreen {
    private enum Stroke {
        case text(SafeText, column: Int, Style)
        case field(SafeText, column: Int, columns: Int, Frame.Alignment, Style)
    }

    private enum Overlay {
        case fill(Rect, Style)
        case restyle(Rect, Style)
        case window(Rect, SafeText, Style)
    }

    private let pieces: [SafeText]
    private let styles: [Style]
    private(set) var size: Size
    private(set) var caret: Position?
    private var rows: [[Stroke]]
    private var overlays: [Overlay] = []

    init(size: Size, pieces: [SafeText], styles: [Style]) {
        self.size = size
        self.pieces = pieces
        self.styles = styles
        rows = Array(repeating: [], count: size.rows)
    }

    mutating func edit(_ random: inout SeededGenerator) {
        switch random.below(20) {
        case 0..<9: write(random.below(size.rows), &random)
        case 9..<13: scroll(&random)
        case 13: rows[random.below(size.rows)] = []
        case 14: overlays.append(.fill(rect(&random), random.pick(styles)))
        case 15: overlays.append(.restyle(rect(&random), random.pick(styles)))
        case 16:
            overlays.append(.window(rect(&random), random.pick(pieces), random.pick(styles)))
        case 17: overlays = []
        default: moveCaret(&random)
        }
        if overlays.count > 3 { overlays.removeFirst() }
    }

    mutating func resize(_ random: inout SeededGenerator) {
        size = Size(columns: 1 + random.below(48), rows: 1 + random.below(16))
        rows = Array(rows.prefix(size.rows))
        while rows.count < size.rows { rows.append([]) }
        caret = nil
    }

    func draw(_ frame: inout Frame) {
        for (row, strokes) in rows.enumerated() {
            for stroke in strokes { draw(stroke, row, frame) }
        }
        for overlay in overlays { draw(overlay, &frame) }
        if let caret { frame.placeCaret(column: caret.column, row: caret.row) }
    }

    private func draw(_ stroke: Stroke, _ row: Int, _ frame: Frame) {
        switch stroke {
        case .text(let text, let column, let style):
            frame.write(text, column: column, row: row, style: style)
        case .field(let text, let column, let columns, let align, let style):
            frame.write(
                text, column: column, row: row, columns: columns, align: align, style: style)
        }
    }

    private func draw(_ overlay: Overlay, _ frame: inout Frame) {
        switch overlay {
        case .fill(let rect, let style): frame.fill(rect, style: style)
        case .restyle(let rect, let style): frame.restyle(rect, style)
        case .window(let rect, let text, let style):
            frame.within(rect) { window in
                window.fill(style: style)
                for row in 0..<window.size.rows {
                    window.write(text, column: row - 2, row: row, style: style)
                }
            }
        }
    }

    private mutating func moveCaret(_ random: inout SeededGenerator) {
        caret =
            random.below(3) == 0
            ? nil : Position(column: random.below(size.columns), row: random.below(size.rows))
    }

    private mutating func write(_ row: Int, _ random: inout SeededGenerator) {
        if rows[row].count > 4 { rows[row].removeFirst() }
        let column = random.below(size.columns + 6) - 6
        let text = random.pick(pieces)
        let style = random.pick(styles)
        if random.below(4) == 0 {
            let align = random.pick([Frame.Alignment.leading, .center, .trailing])
            rows[row].append(
                .field(text, column: column, columns: random.below(24), align, style))
        } else {
            rows[row].append(.text(text, column: column, style))
        }
    }

    private mutating func scroll(_ random: inout SeededGenerator) {
        let top = random.below(size.rows)
        let bottom = top + 1 + random.below(size.rows - top)
        let isUp = random.below(2) == 0
        for _ in 0...random.below(3) {
            if isUp {
                rows.insert([], at: bottom)
                rows.remove(at: top)
                write(bottom - 1, &random)
            } else {
                rows.remove(at: bottom - 1)
                rows.insert([], at: top)
                write(top, &random)
            }
        }
    }

    private func rect(_ random: inout SeededGenerator) -> Rect {
        Rect(
            column: random.below(size.columns) - 2, row: random.below(size.rows) - 1,
            columns: random.below(size.columns + 4), rows: random.below(size.rows + 2))
    }
}

extension RandomScreen {
    /// Every kind of change from one SGR to the next.
    static let styles = [
        Style.plain, Style(.bold), Style(.dim), Style(foreground: .red),
        Style(foreground: .cyan, .bold), Style(background: .blue), Style([.reverse, .bold]),
        Style(.reverse), Style(.underline), Style(foreground: .rgb(10, 200, 30), .underline),
        Style(foreground: .rgb(10, 200, 30), background: .rgb(1, 2, 3)), Style([.dim, .italic]),
        Style(foreground: .indexed(99), .strikethrough), Style(foreground: .indexed(12)),
    ]

    /// Text to which all terminals give the same columns.
    static let steady: [SafeText] = [
        "a", "Jiebang", "里程碑审批台", "榜额 120 万元", "│", "────────", "x  y", "   ", "中",
        "，。", "█████░░░░░", "MS-00001 应急指挥运维系统联合研制 R&D #802",
        "                         ", "",
    ]

    /// Text that terminals disagree about: sequences, and letters that would join what stands beside them.
    static let risky: [SafeText] = [
        "👩\u{200D}🔬", "q\u{301}", "🇨🇳", "🇨", "a👍🏽b", "⚠\u{FE0F}!", "क्षि", "क्", "⌚中",
        "\u{1112}", "\u{0D4E}",
    ]
}
