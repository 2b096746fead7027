import BoardDomain
import BoardResources
import TerminalKit

/// The expert's work as it looks: a declaration to read, or bids beside the criteria, with what is read of a bid.
struct ScoreView: Widget {
    let screen: ScoreScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    private struct Parts {
        let title: Rect
        let grid: Rect
        let detail: Rect
        let reading: Rect
    }

    private static let detailRows = 6
    /// Room for `Bidder 2 8A59`: the code is what one goes by.
    private static let bidColumns = 14
    private static let lineColumns = 12

    private func parts(of body: Rect) -> Parts {
        let notice = screen.notice.map {
            Text($0.text).rows(columns: body.columns - 2, ambiguous: .narrow)
        }
        let rows = Layout.vertical(.length(1 + max(1, min(notice ?? 1, 4))), .min(1)).split(body)
        let lines = screen.content.value?.rubric.count ?? 0
        if setting.isWide {
            let columns = Layout.horizontal(.fill(1), .fill(1), spacing: 1).split(rows[1])
            let left = Layout.vertical(.min(4), .length(Self.detailRows)).split(columns[0])
            return Parts(
                title: rows[0], grid: left[0], detail: left[1], reading: columns[1])
        }
        // Where the bid is read it takes the room of the grid.
        if screen.pane == .reading {
            return Parts(
                title: rows[0], grid: Rect(column: 0, row: 0, columns: 0, rows: 0),
                detail: Rect(column: 0, row: 0, columns: 0, rows: 0), reading: rows[1])
        }
        let left = Layout.vertical(
            .length(min(lines + 2, rows[1].rows - Self.detailRows)), .length(Self.detailRows),
            .min(0)
        ).split(rows[1])
        return Parts(title: rows[0], grid: left[0], detail: left[1], reading: left[2])
    }

    /// Columns of a comment while it is typed, as its editor wants to know.
    static func commentColumns(_ setting: Setting) -> Int {
        let columns = setting.isWide ? setting.size.columns / 2 : setting.size.columns
        return max(10, columns - 4)
    }

    func draw(on frame: inout Frame) {
        guard let content = screen.content.value else {
            frame.draw(
                Text(screen.content.failure ?? setting.text("tui.loading"), style: theme[.muted]),
                in: frame.bounds.inset(columns: 1))
            return
        }
        let parts = parts(of: frame.bounds)
        frame.within(parts.title) { drawTitle(content, on: &$0) }
        switch content.stage {
        case .confidentiality, .declaration, .waiting, .closed:
            let rect = Rect(
                column: 1, row: parts.title.endRow, columns: frame.size.columns - 2,
                rows: frame.size.rows - parts.title.rows)
            drawDeclaration(content, in: rect, of: &frame)
        case .scoring, .locked, .consensus:
            frame.within(parts.grid) { drawGrid(content, on: &$0) }
            frame.within(parts.detail) { drawDetail(content, on: &$0) }
            frame.within(parts.reading) { drawReading(content, on: &$0) }
        }
        if let confirmation = screen.confirmation {
            frame.draw(
                ConfirmationBox(confirmation: confirmation, setting: setting), in: frame.bounds)
        }
    }

    private func drawTitle(_ content: ScoreContent, on frame: inout Frame) {
        let round = content.seat?["round"]?.integer ?? 1
        let role = content.isChair ? "  " + setting.text("tui.score.chair") : SafeText.empty
        let title =
            SafeText(content.file["title"]?.string ?? "") + "  "
            + setting.text("tui.score.round", ["round": String(round)]) + "  "
            + setting.text("tui.score.stage.\(content.stage)") + role
        frame.writeField(
            title, column: 1, row: 0, columns: frame.size.columns - 2, style: theme[.title])
        if let notice = screen.notice {
            let rect = Rect(
                column: 1, row: 1, columns: frame.size.columns - 2, rows: frame.size.rows - 1)
            frame.draw(Text(notice.text, style: theme[notice.role]), in: rect)
        }
    }

    // MARK: Declarations

    private func drawDeclaration(_ content: ScoreContent, in rect: Rect, of frame: inout Frame) {
        let words = setting.text("tui.score.text.\(content.stage)")
        var lines = LineBreaker(columns: rect.columns).lines(of: words).map { FileLine($0) }
        let names = content.seat?["parties"]?.array ?? []
        if content.stage == .declaration {
            lines.append(.blank)
            lines.append(FileLine(setting.text("tui.score.parties"), theme[.title]))
            lines += names.map { FileLine("· " + SafeText($0.string ?? ""), indent: 1) }
        }
        frame.draw(FileLines(lines: lines, top: screen.top, theme: theme), in: rect)
    }

    // MARK: The sheet

    /// The first bid in sight, so that the one under the cursor is.
    private func firstBid(_ content: ScoreContent, _ columns: Int) -> (first: Int, count: Int) {
        let label = labelColumns(content, columns)
        let room = max(1, (columns - label - Self.lineColumns) / Self.bidColumns)
        let count = min(room, content.bids.count)
        return (max(0, min(screen.column - count + 1, content.bids.count - count)), count)
    }

    /// Names of criteria give way to bids, as far as they can still be read.
    private func labelColumns(_ content: ScoreContent, _ columns: Int) -> Int {
        let rest = columns - Self.lineColumns - content.bids.count * Self.bidColumns
        return max(18, min(34, columns * 2 / 5, rest))
    }

    private func drawGrid(_ content: ScoreContent, on frame: inout Frame) {
        let columns = frame.size.columns
        let label = labelColumns(content, columns)
        let (first, count) = firstBid(content, columns)
        let head = theme[.muted].merging(Style(.underline))
        frame.writeField(
            setting.text("tui.score.criterion"), column: 1, row: 0, columns: label - 1, style: head)
        frame.writeField(
            setting.text("tui.score.weights"), column: label, row: 0,
            columns: Self.lineColumns - 1, align: .trailing, style: head)
        for place in 0..<count {
            let bid = content.bids[first + place]
            let isHere = first + place == screen.column
            frame.writeField(
                content.name(of: bid.id, setting),
                column: label + Self.lineColumns + place * Self.bidColumns, row: 0,
                columns: Self.bidColumns - 1, align: .trailing,
                style: isHere ? theme[.title].merging(Style(.underline)) : head)
        }
        let height = max(0, frame.size.rows - 2)
        let top = max(0, min(screen.row - height + 1, content.rubric.count - height))
        for (row, line) in content.rubric.dropFirst(top).prefix(height).enumerated() {
            drawLine(line, row: row + 1, isHere: top + row == screen.row, content, on: &frame)
        }
        drawTotals(content, row: min(content.rubric.count, height) + 1, on: &frame)
    }

    private func drawLine(
        _ line: Criterion, row: Int, isHere: Bool, _ content: ScoreContent,
        on frame: inout Frame
    ) {
        let label = labelColumns(content, frame.size.columns)
        let (first, count) = firstBid(content, frame.size.columns)
        frame.writeField(
            (isHere ? "▸" : " ") + SafeText("\(line.code) \(line.name)"), column: 0, row: row,
            columns: label - 1, style: theme[isHere ? .title : .text])
        frame.writeField(
            SafeText("\(line.weight)% /\(line.maximum)"), column: label, row: row,
            columns: Self.lineColumns - 1, align: .trailing, style: theme[.muted])
        for place in 0..<count {
            let bid = content.bids[first + place]
            let cell = ScoreDraft.Place(bid: bid.id, criterion: line.code)
            let isCell = isHere && first + place == screen.column
            let (text, role) = words(cell, content)
            frame.writeField(
                text, column: label + Self.lineColumns + place * Self.bidColumns, row: row,
                columns: Self.bidColumns - 1, align: .trailing,
                style: isCell && screen.pane == .grid ? theme[.selection] : theme[role])
            if isCell, screen.pane == .grid {
                let column = label + Self.lineColumns + (place + 1) * Self.bidColumns - 2
                frame.placeCaret(column: column, row: row)
            }
        }
    }

    /// Points with the signs of a comment and of a fault.
    private func words(
        _ place: ScoreDraft.Place, _ content: ScoreContent
    ) -> (SafeText, Theme.Role) {
        guard content.stage == .scoring else {
            let score = content.locked.first {
                $0.bid == place.bid && $0.criterion == place.criterion
            }
            guard let score else { return ("–", .muted) }
            return (SafeText(score.points) + (score.comment.isEmpty ? "  " : " *"), .text)
        }
        let entry = screen.draft[place]
        guard !entry.points.isEmpty else { return ("·  ", .muted) }
        if screen.fault(at: place, in: setting) != nil {
            return (SafeText(entry.points) + " ✗", .danger)
        }
        return (SafeText(entry.points) + (entry.comment.text.isEmpty ? "  " : " *"), .text)
    }

    private func drawTotals(_ content: ScoreContent, row: Int, on frame: inout Frame) {
        let label = labelColumns(content, frame.size.columns)
        let (first, count) = firstBid(content, frame.size.columns)
        let scores = screen.scores
        frame.writeField(
            setting.text("tui.score.total"), column: 1, row: row, columns: label - 1,
            style: theme[.title])
        for place in 0..<count {
            let bid = content.bids[first + place]
            let total = Sheet.total(of: bid.id, in: scores, under: content.rubric)
            let given = scores.count { $0.bid == bid.id }
            let isWhole = given == content.rubric.count
            let words = SafeText(Score(sum: total, count: 1).text) + (isWhole ? "  " : " …")
            frame.writeField(
                words, column: label + Self.lineColumns + place * Self.bidColumns, row: row,
                columns: Self.bidColumns - 1, align: .trailing, style: theme[.title])
        }
    }

    /// The cell under a place of the body; nil beside the grid.
    func cell(at place: Position) -> (column: Int, row: Int)? {
        guard let content = screen.content.value else { return nil }
        let grid = parts(of: Rect(setting.body)).grid
        guard grid.contains(place) else { return nil }
        let (first, count) = firstBid(content, grid.columns)
        let start = labelColumns(content, grid.columns) + Self.lineColumns
        let column = (place.column - grid.column - start) / Self.bidColumns
        let height = max(0, grid.rows - 2)
        let top = max(0, min(screen.row - height + 1, content.rubric.count - height))
        let row = top + place.row - grid.row - 1
        guard place.column - grid.column >= start, column < count,
            content.rubric.indices.contains(row)
        else { return nil }
        return (first + column, row)
    }

    // MARK: A cell

    /// What the criterion asks for, what is wrong, the comment; after the reveal where the scores diverge.
    private func drawDetail(_ content: ScoreContent, on frame: inout Frame) {
        guard let place = screen.place else { return }
        let line = content.rubric[screen.row]
        frame.drawRule(
            content.name(of: place.bid, setting) + " · " + SafeText(line.name), theme)
        frame.writeField(
            limits(line, content), column: 1, row: 1, columns: frame.size.columns - 2,
            style: theme[.muted])
        var row = 2
        if let fault = screen.fault(at: place, in: setting) {
            frame.writeField(
                "✗ " + fault, column: 1, row: row, columns: frame.size.columns - 2,
                style: theme[.danger])
            row += 1
        }
        for flag in content.divergences where flag["bid"]?.string == place.bid {
            frame.writeField(
                divergence(flag), column: 1, row: row, columns: frame.size.columns - 2,
                style: theme[.warning])
            row += 1
        }
        let rest = Rect(
            column: 1, row: row, columns: frame.size.columns - 2, rows: frame.size.rows - row)
        guard content.stage == .scoring else {
            let comment = content.locked.first {
                $0.bid == place.bid && $0.criterion == place.criterion
            }?.comment
            frame.draw(Text(SafeText(comment ?? "", form: .body), style: theme[.text]), in: rest)
            return
        }
        frame.draw(
            TextArea(
                screen.draft[place].comment, isFocused: screen.pane == .comment, theme: theme),
            in: rest)
    }

    private func limits(_ line: Criterion, _ content: ScoreContent) -> SafeText {
        var words = setting.texts.text(
            "tui.score.range", ["maximum": String(line.maximum), "weight": String(line.weight)])
        let limit =
            line.commentBelow > 0
            ? String(line.commentBelow)
            : content.policy.map { "\($0[.scoreCommentBelow])%" }
        if let limit {
            words += " " + setting.texts.text("tui.score.commentBelow", ["limit": limit])
        }
        if line.minimum > 0 {
            words +=
                " "
                + setting.texts.text("tui.score.minimum", ["minimum": String(line.minimum)])
        }
        return SafeText(words)
    }

    private func divergence(_ flag: JSON) -> SafeText {
        let points = { (name: String) in
            Score(sum: flag[name]?.integer ?? 0, count: 1).text
        }
        let words = setting.text(
            "tui.score.divergence", ["highest": points("highest"), "lowest": points("lowest")])
        let note = flag["note"]?.string.map { SafeText($0) } ?? setting.text("tui.score.noNote")
        return "⚠ " + words + "  " + note
    }

    // MARK: Reading

    private func drawReading(_ content: ScoreContent, on frame: inout Frame) {
        guard frame.size.rows > 1, content.bids.indices.contains(screen.column) else { return }
        let bid = content.bids[screen.column]
        frame.drawRule(content.name(of: bid.id, setting), theme)
        let rect = Rect(
            column: 1, row: 1, columns: frame.size.columns - 2, rows: frame.size.rows - 1)
        let sheet = FileSheet(setting: setting, columns: rect.columns - 1)
        frame.draw(
            FileLines(
                lines: sheet.lines(
                    bid.content.filter { $0.key != "format" }, of: nil, in: BidForm.context),
                top: screen.top, theme: theme), in: rect)
    }
}
