import BoardDomain
import BoardResources
import TerminalKit

/// A verification as the workshop reads it: the frozen protocol with its digest, instruments with their
/// calibration, every run, and what the rule makes of them beside it.
struct VerificationSheet {
    let object: JSON
    let setting: Setting
    let columns: Int
    /// A run that is being typed: judged with the others, marked as not recorded.
    var typed: [VerificationRun] = []

    private var theme: Theme { setting.theme }
    private var wording: ValueWording { setting.wording }
    private var texts: Texts { setting.texts }

    private var text: VerificationProtocol? {
        object["protocol"]?.object.flatMap { VerificationProtocol(record: Record($0)) }
    }

    private var runs: [VerificationRun] { runs("runs") }
    private var retestRuns: [VerificationRun] { runs("retestRuns") }

    private func runs(_ name: String) -> [VerificationRun] {
        (object[name]?.array ?? []).compactMap { row in
            row.object.flatMap { VerificationRun(record: Record($0)) }
        }
    }

    func lines() -> [FileLine] {
        var lines = head
        guard let text else { return lines }
        let parts = [
            protocolLines(text), instrumentLines(text), runLines(text), retestLines(text),
            verdictLines(text),
        ]
        for part in parts where !part.isEmpty {
            lines.append(.blank)
            lines += part
        }
        return lines
    }

    /// Beside a form only what a reading is held against, and what comes of it.
    func shortLines() -> [FileLine] {
        guard let text else { return head }
        let parts = [
            verdictLines(text), retestLines(text), runLines(text), instrumentLines(text),
            protocolLines(text),
        ]
        return parts.filter { !$0.isEmpty }.reduce(into: head) { $0 += [.blank] + $1 }
    }

    private func heading(_ key: String) -> FileLine { FileLine(setting.text(key), theme[.title]) }

    private func labelled(_ pairs: [(String, String?)]) -> [FileLine] {
        FileSheet(setting: setting, columns: columns).labelled(
            pairs.compactMap { key, words -> (label: String, text: SafeText)? in
                guard let words else { return nil }
                return (label: texts.text(key), text: SafeText(words, form: .body))
            })
    }

    // MARK: Protocol

    private var head: [FileLine] {
        let state = object["state"]?.string.map { wording.state($0, of: "verification") }
        let frozen = object["frozenAt"]?.string.flatMap(Instant.init(text:))
        return labelled([
            ("tui.verify.state", state),
            ("tui.verify.milestone", object["milestone"]?.string),
            (
                "tui.verify.frozen",
                frozen.map(wording.instant) ?? texts.text("tui.verify.notFrozen")
            ),
            ("tui.verify.digest", object["protocolDigest"]?.string),
            ("tui.verify.scheduled", instant("scheduledAt")),
            ("tui.verify.retestLaboratory", object["retestLaboratory"]?.string),
            ("tui.verify.retestUntil", instant("retestUntil")),
        ])
    }

    private func instant(_ name: String) -> String? {
        object[name]?.string.flatMap(Instant.init(text:)).map(wording.instant)
    }

    private func protocolLines(_ text: VerificationProtocol) -> [FileLine] {
        let rows = text.items.map { item -> [StyledText] in
            let words = IndicatorWords(item.record.json, wording)
            return [
                StyledText(SafeText(item.indicator)), StyledText(SafeText(item.name)),
                StyledText(SafeText(words.demand)), StyledText(words.must),
                StyledText(SafeText(item.method)),
            ]
        }
        let titles = ["number", "name", "demand", "must", "method"].map {
            setting.text("tui.verify.item." + $0)
        }
        return [heading("tui.verify.protocol")]
            + GridLines(titles, rows).lines(columns: columns, theme)
            + labelled([
                ("tui.verify.sample", String(text.sampleSize)),
                ("tui.verify.rule", wording.choice(text.passRule.rawValue, of: "passRule")),
                ("tui.verify.stop", stopWords(text)), ("tui.verify.conditions", text.conditions),
                (
                    "tui.verify.laboratory",
                    text.laboratory.map { wording.value(.string($0), of: "laboratory") }
                ),
            ])
    }

    private func stopWords(_ text: VerificationProtocol) -> String {
        guard let runs = text.stopAfterRuns else { return text.stopRule }
        return text.stopRule + " "
            + texts.text("tui.verify.stopAfter", ["count": String(runs)])
    }

    // MARK: Instruments

    /// The calibration as it is on the day of the test, or today (V4).
    private func instrumentLines(_ text: VerificationProtocol) -> [FileLine] {
        let booked = object["instruments"].flatMap([Instrument].init(json:)) ?? text.instruments
        guard !booked.isEmpty else { return [] }
        let scheduled = object["scheduledAt"]?.string.flatMap(Instant.init(text:))?.day
        let day = typed.last?.startedAt.day ?? max(scheduled ?? setting.now.day, setting.now.day)
        let rows = booked.map { instrument -> [StyledText] in
            let left = instrument.calibratedUntil.number - day.number
            let (key, role): (String, Theme.Role) =
                left < 0
                ? ("lapsed", .danger) : left <= Self.soon ? ("soon", .warning) : ("valid", .success)
            return [
                StyledText(SafeText(instrument.number)), StyledText(SafeText(instrument.name)),
                StyledText(SafeText(wording.day(instrument.calibratedUntil))),
                StyledText(
                    setting.text("tui.verify.calibration." + key, ["days": String(abs(left))]),
                    style: theme[role]),
            ]
        }
        let titles = ["number", "name", "until", "state"].map {
            setting.text("tui.verify.instrument." + $0)
        }
        return [heading("tui.verify.instruments")]
            + GridLines(titles, rows).lines(columns: columns, theme)
    }

    /// Days before a calibration lapses from which on that is told.
    private static let soon = 14

    // MARK: Runs

    /// By serial, aborted ones with their reason; a reading that misses its target is marked (V2).
    private func runLines(_ text: VerificationProtocol) -> [FileLine] {
        let recorded = runs.enumerated().map { index, run in
            row(run, SafeText(index + 1), of: text, reason: reason(index))
        }
        let fresh = typed.map { row($0, "＋", of: text, reason: nil) }
        return grid("tui.verify.runs", recorded + fresh, of: text)
    }

    /// Those of the other laboratory, which the result goes by once they are there.
    private func retestLines(_ text: VerificationProtocol) -> [FileLine] {
        let rows = retestRuns.enumerated().map { index, run in
            row(run, SafeText(index + 1), of: text, reason: nil)
        }
        return grid("cli.case.retestRuns", rows, of: text)
    }

    private func grid(
        _ title: String, _ rows: [[StyledText]], of text: VerificationProtocol
    ) -> [FileLine] {
        guard !rows.isEmpty else { return [] }
        let titles =
            ["serial", "started", "site"].map { setting.text("tui.verify.run." + $0) }
            + text.items.map { item in
                SafeText("\(item.indicator) \(item.unit)")
            } + [setting.text("tui.verify.run.note")]
        return [heading(title)] + GridLines(titles, rows).lines(columns: columns, theme)
    }

    private func reason(_ index: Int) -> String? {
        let row = object["runs"]?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return row?["reason"]?.string
    }

    private func row(
        _ run: VerificationRun, _ serial: SafeText, of text: VerificationProtocol, reason: String?
    ) -> [StyledText] {
        let judged = Verdict(text, [run]).measured
        let readings = text.items.map { item -> StyledText in
            guard let value = run.values.first(where: { $0.indicator == item.indicator }) else {
                return StyledText("–", style: theme[.muted])
            }
            let passed = judged.first { $0.indicator == item.indicator }?.passed ?? false
            let words = value.value ?? wording.flag(value.fulfilled ?? false)
            return StyledText(
                (passed ? "✓ " : "✗ ") + SafeText(words),
                style: theme[passed ? .success : .danger])
        }
        let isAborted = !run.isMeasured
        let note =
            isAborted && reason != nil
            ? texts.text("tui.verify.aborted") + " " + (reason ?? "") : run.operatorPerson ?? ""
        return [
            StyledText(serial), StyledText(SafeText(wording.instant(run.startedAt))),
            StyledText(SafeText(wording.choice(run.site.rawValue, of: "site"))),
        ] + readings + [
            StyledText(SafeText(note), style: isAborted ? theme[.warning] : .plain)
        ]
    }

    // MARK: Result

    /// What the frozen rule makes of the runs, beside the rule: computed, never typed (V6).
    private func verdictLines(_ text: VerificationProtocol) -> [FileLine] {
        let all = retestRuns.isEmpty ? runs + typed : retestRuns
        guard !all.isEmpty else { return [] }
        let verdict = Verdict(text, all)
        let rows = verdict.measured.compactMap { measured -> [StyledText]? in
            guard let item = text.item(measured.indicator) else { return nil }
            let role: Theme.Role = measured.passed ? .success : .danger
            return [
                StyledText(SafeText("\(item.indicator) \(item.name)")),
                StyledText(SafeText(IndicatorWords(item.record.json, wording).demand)),
                StyledText(SafeText(measured.value?.text ?? "–")),
                StyledText(
                    (measured.passed ? "✓ " : "✗ ")
                        + setting.text(measured.passed ? "tui.verify.met" : "tui.verify.unmet"),
                    style: theme[role]),
            ]
        }
        let titles = ["indicator", "demand", "value", "result"].map {
            setting.text("tui.verify.verdict." + $0)
        }
        return [heading(isOver ? "tui.verify.verdict" : "tui.verify.preliminary")]
            + GridLines(titles, rows).lines(columns: columns, theme)
            + [FileLine(summary(verdict, text), theme[role(of: verdict.state)])]
    }

    private var isOver: Bool {
        typed.isEmpty && object["measured"] != nil
    }

    private func role(of state: VerificationState) -> Theme.Role {
        switch state {
        case .passed: .success
        case .conditional: .warning
        default: .danger
        }
    }

    /// `有效 2/2 次，中止 0 次；样本量已满足 → 通过`.
    private func summary(_ verdict: Verdict, _ text: VerificationProtocol) -> SafeText {
        setting.text(
            "tui.verify.summary",
            [
                "runs": String(verdict.runs), "sample": String(text.sampleSize),
                "aborted": String(verdict.aborted),
                "reached": texts.text(
                    verdict.sampleReached ? "tui.verify.sampleReached" : "tui.verify.sampleShort"),
                "state": wording.state(verdict.state.rawValue, of: "verification"),
                "rule": wording.choice(text.passRule.rawValue, of: "passRule"),
            ])
    }
}
