import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension PlainBoard {
    private enum Choice: Hashable, Sendable {
        case act(String)
        case file, timeline
    }

    /// One object: its evidence, what may be done, and why not the rest.
    mutating func work(
        on object: ObjectReference, of stream: StreamID, toward wanted: String?
    ) async {
        while true {
            guard
                let content = value(
                    await desk.content(of: object, in: stream, toward: wanted))
            else { return }
            prompt.head(SafeText(stream.id + " " + setting.wording.object(object)))
            say(ActView.evidence(content, object, setting, columns: setting.size.columns))
            let choices = content.choices.filter { !$0.isOthers }
            let options =
                choices.map { choice in
                    ChoiceOption(
                        Choice.act(choice.id), choice.title(setting),
                        detail: SafeText(choice.option.rule),
                        reason: choice.option.refusal.map {
                            SafeText(setting.wording.refusal($0))
                        })
                } + [
                    ChoiceOption(.file, setting.text("tui.plain.file")),
                    ChoiceOption(.timeline, setting.text("tui.plain.timeline")),
                ]
            switch prompt.choose(setting.text("tui.act.choices"), options) {
            case .act(let id)?:
                guard let choice = choices.first(where: { $0.id == id }) else { continue }
                if await give(choice, content) { return }
            case .file?:
                say(
                    FileSheet(setting: setting, columns: setting.size.columns)
                        .lines(content.file.object ?? [:], of: object.machine))
            case .timeline?: await timeline(stream)
            case nil: return
            }
        }
    }

    private func timeline(_ stream: StreamID) async {
        guard let entries = value(await desk.timeline(stream)) else { return }
        prompt.tell(
            [
                setting.text("tui.plain.position"), setting.text("tui.plain.at"),
                setting.text("tui.plain.event"), setting.text("tui.plain.who"),
                setting.text("tui.inbox.rule"),
            ],
            entries.map { entry in
                [
                    SafeText(entry.position), SafeText(setting.wording.instant(entry.at)),
                    SafeText(setting.wording.event(entry.type)),
                    SafeText(setting.wording.signer(of: entry)), SafeText(entry.rule),
                ]
            })
    }

    /// - Returns: whether it was recorded.
    private mutating func give(_ choice: ActChoice, _ content: ActContent) async -> Bool {
        guard var form = await form(for: choice, content.evidence) else { return false }
        let isFilled = fill(&form.state)
        // What was given is there again at the next try, whatever becomes of this one.
        let typed = form.state.content.typed(without: FormPlan.secrets)
        if let fault = desk.keep(typed, as: form.plan.draftName) { prompt.say("! " + fault.words) }
        guard isFilled else { return false }
        let id = TimeOrderedID.next()
        let answer = await desk.rehearse(
            form.plan, form.state, form.preset(setting), as: choice, id: id)
        guard let rehearsal = value(answer) else { return false }
        let confirmation = Confirmation(
            of: choice, rehearsal, evidence: content.evidence, in: setting)
        say(confirmation.lines(setting, columns: setting.size.columns))
        let isConfirmed =
            if let grave = confirmation.grave {
                prompt.confirm(grave.prompt, expected: SafeText(grave.expected))
            } else {
                prompt.confirm(setting.text("tui.confirm.record")) ?? false
            }
        guard isConfirmed, let outcome = value(await desk.carryOut(rehearsal)) else {
            return false
        }
        prompt.say(outcome.words(setting))
        if let fault = desk.settle(form.plan, as: choice, rehearsal) {
            prompt.say("! " + fault.words)
        }
        return true
    }

    /// The form that a screen would show, with all that is filled in already.
    private func form(for choice: ActChoice, _ evidence: JSON?) async -> FormScreen? {
        var form =
            Destination.form(for: choice, evidence: evidence) as? FormScreen
            ?? FormScreen(FormPlan(choice), evidence: evidence)
        let material = await desk.material(for: choice.stream, sources: form.plan.sources)
        _ = form.update(.prepared(desk.drafts.draft(form.plan.draftName), material), in: setting)
        return form
    }
}
