import BoardDomain
import BoardService
import TerminalKit

/// From what is filled in to what is recorded: rehearsed, asked for, carried out.
extension FormScreen {
    mutating func give(_ choice: ActChoice, _ setting: Setting) -> [Step<Message>] {
        guard !isWaiting, isPrepared else { return [] }
        guard !setting.isPast else {
            notice = (setting.text("tui.past.readOnly"), .warning)
            return []
        }
        state.close()
        // What is only kept may lack what is to be given.
        let isLater = choice.id == plan.later?.id
        guard !state.findFault(isWhole: !isLater) else {
            stepIndex = state.outline.step ?? stepIndex
            showsBeside = false
            notice = (setting.text("tui.form.faulty"), .danger)
            return []
        }
        notice = nil
        isWaiting = true
        giving = choice
        let (state, plan, id) = (state, plan, commandIDs[isLater ? 1 : 0])
        let preset = preset(setting)
        return [
            .ask { desk in
                .rehearsed(
                    choice, await desk.rehearse(plan, state, preset, as: choice, id: id))
            }
        ]
    }

    mutating func take(
        _ answer: Answer<Rehearsal>, as choice: ActChoice, _ setting: Setting
    ) {
        isWaiting = false
        defer { changed = nil }
        switch answer {
        case .success(let rehearsal):
            confirmation = Confirmation(
                of: choice, rehearsal, evidence: evidence, after: changed, in: setting)
        case .failure(let fault):
            notice = (changed.map { $0 + " " + fault.words } ?? fault.words, .danger)
            if let path = fault.path.flatMap(state.path(of:)) { state.show(path) }
        }
    }

    mutating func confirm(
        _ event: InputEvent, _ setting: Setting
    ) -> [Step<Message>] {
        guard let rehearsal = confirmation.take(event, in: setting) else { return [] }
        let (plan, choice) = (plan, choice)
        return [
            .ask { desk in
                let answer = await desk.carryOut(rehearsal)
                guard case .success = answer else { return .done(answer, nil) }
                return .done(answer, desk.settle(plan, as: choice, rehearsal))
            }
        ]
    }

    mutating func finish(
        _ answer: Answer<CommandOutcome>, _ unkept: Fault?, _ setting: Setting
    ) -> [Step<Message>] {
        switch answer {
        case .success(let outcome):
            var steps: [Step<Message>] = [.tell(outcome.words(setting), .success)]
            if let unkept {
                steps.append(.tell(unkept.words, .danger))
            } else {
                keeping.forget()
            }
            return steps + next(outcome) + [.recorded]
        case .failure(let fault):
            if fault.isConflict {
                // What was shown is no longer so: it is shown anew.
                confirmation = nil
                changed = setting.text("tui.conflict", ["why": fault.words.string])
                return giving.map { give($0, setting) } ?? []
            }
            confirmation?.fail(fault.words)
            return []
        }
    }

    /// Where one goes on: a draft that has been made goes on to be submitted.
    private func next(_ outcome: CommandOutcome) -> [Step<Message>] {
        guard plan.name == .post, choice.isNew,
            let made = outcome.recorded.first.flatMap({ StreamID(text: $0.stream) })
        else { return [.close] }
        return [.replace(PostScreen(made))]
    }
}
