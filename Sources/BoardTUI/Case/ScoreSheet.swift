import BoardDomain
import BoardService
import TerminalKit

/// An expert's sheet: criteria down, bids across, and what was said to the scores.
struct ScoreSheet {
    let lines: [FileLine]

    init(_ json: JSON, _ file: JSON, _ sheet: FileSheet) {
        let setting = sheet.setting
        let scores = json["scores"]?.array ?? []
        let bids = Self.inOrder(scores.compactMap { $0["bid"]?.string })
        let criteria = Self.inOrder(scores.compactMap { $0["criterion"]?.string })
        let names = (file["terms"]?["rubric"]?.array ?? []).reduce(into: [String: String]()) {
            if let code = $1["code"]?.string { $0[code] = $1["name"]?.string }
        }
        var head = json.object ?? [:]
        head["scores"] = nil
        var lines = sheet.lines(head, of: .sheet) + [.blank]
        lines += TextGrid(
            columns: [TextGrid.Column(title: setting.text("tui.case.column.criterion"))]
                + bids.map { TextGrid.Column(title: SafeText($0), isTrailing: true) },
            rows: criteria.map { criterion in
                [StyledText(SafeText(names[criterion] ?? criterion))]
                    + bids.map { bid in
                        let score = scores.first {
                            $0["bid"]?.string == bid && $0["criterion"]?.string == criterion
                        }
                        return StyledText(
                            score?["points"]?.integer.map { SafeText($0) } ?? "–")
                    }
            }, theme: setting.theme
        ).lines(room: sheet.columns)
        for score in scores {
            guard let comment = score["comment"]?.string, !comment.isEmpty else { continue }
            let criterion = score["criterion"]?.string ?? ""
            lines += sheet.labelled([
                (
                    "\(score["bid"]?.string ?? "") · \(names[criterion] ?? criterion)",
                    SafeText(comment, form: .body)
                )
            ])
        }
        self.lines = lines
    }

    private static func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
