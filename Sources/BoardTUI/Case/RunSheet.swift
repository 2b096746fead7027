import BoardDomain
import BoardService
import TerminalKit

/// A verification: each run with its readings against the frozen targets, then what the rule makes of them.
struct RunSheet {
    let lines: [FileLine]

    init(_ json: JSON, _ sheet: FileSheet, _ words: CaseWords) {
        var head = json.object ?? [:]
        let setting = words.setting
        let items = json["protocol"]?["items"]?.array ?? []
        for name in ["runs", "retestRuns", "measured"] { head[name] = nil }
        var simple = head
        simple["protocol"] = nil
        var lines = sheet.lines(simple, of: .verification)
        lines += [.blank, sheet.heading(setting.texts.text("tui.case.run.verdict"))]
        lines += Self.verdict(items, json["measured"]?.array ?? [], sheet, words)
        for name in ["runs", "retestRuns"] {
            guard let runs = json[name]?.array else { continue }
            lines += [.blank, sheet.heading(sheet.label(name, in: "verification"))]
            lines += Self.runs(runs, items, sheet, words)
        }
        if var text = head["protocol"]?.object {
            text["items"] = nil
            lines += [.blank, sheet.heading(sheet.label("protocol", in: "verification"))]
            lines += sheet.lines(text, of: .verification)
        }
        self.lines = lines
    }

    /// Each tested indicator with its target and what was computed.
    private static func verdict(
        _ items: [JSON], _ measured: [JSON], _ sheet: FileSheet, _ words: CaseWords
    ) -> [FileLine] {
        let setting = words.setting
        return TextGrid(
            columns: [
                TextGrid.Column(title: setting.text("tui.case.column.number"), isTrailing: true),
                TextGrid.Column(title: setting.text("tui.case.column.name")),
                TextGrid.Column(title: setting.text("tui.case.column.target")),
                TextGrid.Column(title: setting.text("tui.case.run.computed"), isTrailing: true),
                TextGrid.Column(title: setting.text("tui.case.column.passed")),
            ],
            rows: items.map { item in
                let found = measured.first { $0["indicator"] == item["indicator"] }
                return [
                    StyledText(item["indicator"]?.integer.map { SafeText($0) } ?? .empty),
                    StyledText(
                        SafeText(item["name"]?.string ?? "").truncated(columns: sheet.columns / 3)),
                    StyledText(words.target(item)),
                    StyledText(SafeText(found?["value"]?.string ?? "–")),
                    words.passed(found?["passed"]?.boolean),
                ]
            }, theme: setting.theme
        ).lines(room: sheet.columns)
    }

    private static func runs(
        _ runs: [JSON], _ items: [JSON], _ sheet: FileSheet, _ words: CaseWords
    ) -> [FileLine] {
        let setting = words.setting
        let numbers = items.compactMap { $0["indicator"]?.integer }
        return TextGrid(
            columns: [
                TextGrid.Column(title: setting.text("tui.case.run.serial"), isTrailing: true),
                TextGrid.Column(title: setting.text("tui.case.run.startedAt")),
                TextGrid.Column(title: setting.text("tui.case.run.site")),
                TextGrid.Column(title: setting.text("tui.case.run.operator")),
            ]
                + numbers.map {
                    TextGrid.Column(
                        title: setting.text("tui.case.run.indicator", ["number": String($0)]),
                        isTrailing: true)
                },
            rows: runs.map { run in
                let readings = run["values"]?.array ?? []
                let cells = numbers.map { number in
                    reading(readings.first { $0["indicator"]?.integer == number }, words)
                }
                let isAborted = run["aborted"]?.boolean == true
                let started = run["startedAt"]?.string.flatMap(Instant.init(text:))
                return [
                    StyledText(run["serial"]?.integer.map { SafeText($0) } ?? .empty),
                    StyledText(SafeText(started.map(words.wording.instant) ?? "")),
                    StyledText(
                        isAborted
                            ? setting.text("tui.case.run.aborted")
                            : SafeText(
                                words.wording.choice(run["site"]?.string ?? "", of: "site")),
                        style: isAborted ? setting.theme[.warning] : .plain),
                    StyledText(SafeText(run["operator"]?.string ?? "")),
                ] + cells
            }, theme: setting.theme
        ).lines(room: sheet.columns)
    }

    private static func reading(_ json: JSON?, _ words: CaseWords) -> StyledText {
        guard let json else { return StyledText("–", style: words.setting.theme[.muted]) }
        let mark = words.passed(json["passed"]?.boolean)
        let value = json["value"]?.string ?? json["fulfilled"]?.boolean.map(words.wording.flag)
        return StyledText(SafeText((value ?? "") + " ") + mark.text, style: mark.style)
    }
}
