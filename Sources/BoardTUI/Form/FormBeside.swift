import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What is read beside a form: the object, the terms, or the protocol with what the rule makes of the typed run.
struct FormBeside {
    let screen: FormScreen
    let setting: Setting

    private var subject: ObjectReference { screen.choice.option.subject }
    private var file: JSON { screen.material.file }

    var title: SafeText {
        switch screen.plan.beside {
        case .evidence: SafeText(setting.wording.object(subject.text))
        case .terms: setting.text("tui.form.key.terms")
        case .verdict: setting.text("tui.form.key.verdict")
        }
    }

    /// Where the conditions do not stand beside the form, those that speak against it come first, in full.
    func lines(columns: Int) -> [FileLine] {
        let broken =
            setting.isWide
            ? [] : screen.judgement.checks.filter { $0.fault != nil } + screen.judgement.later
        let checks = FormCheck.lines(broken, columns: columns, setting)
        return checks + (checks.isEmpty ? [] : [.blank]) + material(columns: columns)
    }

    private func material(columns: Int) -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns)
        switch screen.plan.beside {
        case .evidence:
            let object =
                screen.evidence?.object ?? CaseSection.object(subject, in: file)?.object
                ?? file["terms"]?.object ?? [:]
            return sheet.lines(object, of: subject.machine)
        case .terms:
            return sheet.lines(file["terms"]?.object ?? [:], of: .challenge)
        case .verdict:
            return VerificationSheet(
                object: CaseSection.object(subject, in: file) ?? screen.evidence
                    ?? .object([:]), setting: setting, columns: columns, typed: typed
            ).shortLines()
        }
    }

    /// The runs that are being typed, as far as they are understood.
    private var typed: [VerificationRun] {
        let record = screen.state.understood
        if let runs = record[name: F.retestRuns.name]?.array {
            return runs.compactMap { $0.object.flatMap { VerificationRun(record: Record($0)) } }
                .filter(Self.isRead)
        }
        guard screen.choice.command == "record-run", let run = VerificationRun(record: record),
            Self.isRead(run)
        else { return [] }
        return [run]
    }

    /// Whether anything has been read in it yet: an empty run is none that failed.
    private static func isRead(_ run: VerificationRun) -> Bool {
        run.values.contains { $0.value != nil || $0.fulfilled != nil }
    }
}
