import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A command as a form, made from the transition table: fields, what would be recorded, the record.
///
/// What is typed is kept as a draft beside the database until it is recorded.
struct FormScreen: Screen {
    enum Message: Sendable {
        case prepared(JSON?, FormMaterial)
        case input(InputEvent)
        case pressed(MouseEvent)
        case wheel(Int)
        case step(Int)
        case toggleBeside
        case give
        case giveLater
        case rehearsed(ActChoice, Answer<Rehearsal>)
        case confirming(InputEvent)
        /// And why what is only this person's could not be kept beside.
        case done(Answer<CommandOutcome>, Fault?)
        case kept(Fault?)
        case judged(FormJudgement)
        case paths(String, [PathEntry])
    }

    let plan: FormPlan
    /// The object as the person was shown it, to read beside the form.
    let evidence: JSON?
    var state: FormState
    private(set) var material = FormMaterial()
    private(set) var confirmation: Confirmation?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var judgement = FormJudgement()
    private(set) var isWaiting = false
    /// Whether what there is to pick and what is filled in already has come.
    private(set) var isPrepared = false
    /// What was typed before: it must neither be lost nor stand in the way of an earlier draft.
    private var early: [Message] = []
    /// On a narrow screen, whether what lies beside the form stands in its place.
    private(set) var showsBeside = false
    /// How far what lies beside is scrolled.
    private(set) var besideTop = 0
    private var keeping = DraftKeeping()
    private var isJudging = false
    private var isUnjudged = false
    /// Which of the plan's commands was rehearsed last.
    private var giving: ActChoice?
    /// What others changed between the question and the answer; the next question says so.
    private var changed: SafeText?
    /// The same for every try, so that a doubtful one is settled and never doubled.
    private let commandIDs = [TimeOrderedID.next(), TimeOrderedID.next()]

    init(_ plan: FormPlan, evidence: JSON? = nil) {
        self.plan = plan
        self.evidence = evidence
        state = FormState(plan.uses, plan.outline)
        if plan.layout == .steps { state.go(to: 0) }
    }

    var name: ScreenName { plan.name }
    var choice: ActChoice { plan.choice }
    var isTyping: Bool { true }
    var isAsking: Bool { confirmation != nil }
    var isUnsaved: Bool { keeping.isUnkept || early.contains(where: \.isText) }

    func subject(in setting: Setting) -> SafeText { choice.title(setting) }

    func preset(_ setting: Setting) -> FormPreset { plan.preset(material, setting) }

    /// Whether the last of the steps is in sight: all that was filled in, to read.
    var isAtPreview: Bool { plan.layout == .steps && stepIndex == state.outline.sections.count }

    private(set) var stepIndex = 0

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        let (name, stream, sources) = (plan.draftName, choice.stream, plan.sources)
        let copy = BidForm.copyName(stream, choice.option.subject)
        return [
            .ask { desk in
                var material = await desk.material(for: stream, sources: sources)
                material.ownCopy = desk.drafts.draft(copy)
                return .prepared(desk.drafts.draft(name), material)
            }
        ]
    }

    /// What is typed stays; only the conditions may be others now.
    mutating func refresh(in setting: Setting) -> [Step<Message>] {
        guard isPrepared else { return [] }
        state.check(setting)
        return judge(setting)
    }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if confirmation != nil { return event.isQuit ? nil : .confirming(event) }
        switch event {
        case .key(let key):
            if event.isQuit { return nil }
            return message(for: key, event)
        case .mouse(let mouse):
            switch mouse.kind {
            case .press(.left): return .pressed(mouse)
            case .scrollDown: return .wheel(3)
            case .scrollUp: return .wheel(-3)
            default: return nil
            }
        case .paste: return .input(event)
        default: return nil
        }
    }

    private func message(for key: KeyEvent, _ event: InputEvent) -> Message? {
        switch (key.key, key.modifiers) {
        case (.character("s"), .control), (.function(2), []): return .give
        case (.function(3), []) where plan.later != nil: return .giveLater
        case (.function(4), []): return .toggleBeside
        case (.pageDown, .control), (.function(8), []):
            return plan.layout == .steps ? .step(stepIndex + 1) : .wheel(8)
        case (.pageUp, .control), (.function(7), []):
            return plan.layout == .steps ? .step(stepIndex - 1) : .wheel(-8)
        case (.escape, _):
            if state.popup != nil { return .input(event) }
            return showsBeside ? .toggleBeside : nil
        case (.pageDown, _) where state.popup == nil: return .wheel(8)
        case (.pageUp, _) where state.popup == nil: return .wheel(-8)
        case (.function(1), _): return nil
        default: return .input(event)
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .input, .pressed, .step, .give, .giveLater:
            guard isPrepared else {
                early.append(message)
                return []
            }
        default: break
        }
        switch message {
        case .prepared(let draft, let material): return prepare(draft, material, setting)
        case .input(let event): return edit(event, setting)
        case .pressed(let mouse): return press(mouse, setting)
        case .wheel(let rows): wheel(rows)
        case .step(let step): go(to: step)
        case .toggleBeside:
            showsBeside.toggle()
            besideTop = 0
        case .give: return give(choice, setting)
        case .giveLater: return plan.later.map { give($0, setting) } ?? []
        case .rehearsed(let choice, let answer): take(answer, as: choice, setting)
        case .confirming(let event): return confirm(event, setting)
        case .done(let answer, let fault): return finish(answer, fault, setting)
        case .kept(let fault):
            if let fault { notice = (fault.words, .warning) }
            return keeping.settle(fault) ? keep() : []
        case .judged(let judgement):
            isJudging = false
            self.judgement = judgement
            return isUnjudged ? judge(setting) : []
        case .paths(let typed, let entries): offer(entries, for: typed)
        }
        return []
    }

    private mutating func prepare(
        _ draft: JSON?, _ material: FormMaterial, _ setting: Setting
    ) -> [Step<Message>] {
        self.material = material
        isPrepared = true
        state.offer(material.options, setting)
        if plan.outline.context == BidForm.context {
            let (preset, titles) = BidForm.preset(material, setting)
            state.fill(preset, setting)
            if let copy = material.ownCopy { state.fill(BidForm.restored(copy), setting) }
            state.fix(
                BidForm.responses.name, titles: titles, hiding: BidForm.indicator.name)
        } else {
            state.fill(preset(setting).record.merging(plan.proposed).merging(plan.given), setting)
        }
        let object = evidence ?? (choice.option.subject.machine == .challenge ? material.file : nil)
        if choice.isProposed {
            notice = (setting.text("tui.form.proposed"), .notice)
        } else if let remark = RemarkWords(on: object, setting) {
            notice = (setting.text("tui.form.remark", ["words": remark.line.string]), .warning)
        }
        if let draft {
            state.restore(draft, setting)
            let words = setting.text("tui.form.restored")
            notice = (notice.map { $0.text + " " + words } ?? words, .notice)
        }
        let waiting = early
        early = []
        return judge(setting) + waiting.flatMap { update($0, in: setting) }
    }

    // MARK: Editing

    private mutating func edit(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        if turnsPage(event) { return [] }
        // While all is read there is nothing to type.
        guard !isAtPreview, !showsBeside || setting.isWide else { return [] }
        let form = self.form(of: Rect(setting.body), setting)
        let before = state.content
        guard
            state.take(
                event, columns: FormView.fieldColumns(form.columns) - 1, in: setting)
        else { return [] }
        guard state.content != before else { return completion() }
        notice = nil
        return keep() + judge(setting) + completion()
    }

    private mutating func press(_ mouse: MouseEvent, _ setting: Setting) -> [Step<Message>] {
        let body = Rect(setting.body)
        let place = Position(column: mouse.column, row: mouse.row)
        let form = self.form(of: body, setting)
        let view = FormView(screen: self, setting: setting, isFocused: true)
        if let popup = view.popup(in: form, of: body) {
            if popup.rect.contains(place) {
                let inside = Position(
                    column: place.column - popup.rect.column, row: place.row - popup.rect.row)
                let outcome = state.popup?.click(inside, in: popup.rect.size) ?? .ignored
                let before = state.content
                state.settle(outcome, setting)
                return state.content == before ? [] : keep() + judge(setting)
            }
            state.close()
            return []
        }
        guard form.contains(place), let row = view.row(at: place.row - form.row, of: form.size)
        else { return [] }
        let wasHere = row.path == state.cursor
        state.focus(row.path)
        // A second click opens what there is to open.
        return wasHere ? edit(.key(KeyEvent(.down, .alt)), setting) : []
    }

    private mutating func wheel(_ rows: Int) {
        if state.popup != nil {
            state.popup?.scroll(by: rows)
        } else {
            besideTop = max(0, besideTop + rows)
        }
    }

    private mutating func go(to step: Int) {
        stepIndex = max(0, min(state.outline.sections.count, step))
        besideTop = 0
        if !isAtPreview { state.go(to: stepIndex) }
    }

    /// Tab after a step's last field leads to the next step, Shift-Tab before its first one back.
    private mutating func turnsPage(_ event: InputEvent) -> Bool {
        guard plan.layout == .steps, case .key(let key) = event, key.key == .tab,
            state.popup == nil, !showsBeside
        else { return false }
        let isBack = key.modifiers == .shift
        guard isAtPreview ? isBack : state.isAtEdge(ofFirst: isBack) else { return false }
        guard !isBack || stepIndex > 0 else { return true }
        go(to: stepIndex + (isBack ? -1 : 1))
        if isBack { state.goToLast() }
        return true
    }

    /// What the path may become that is being typed, if it is one.
    private mutating func completion() -> [Step<Message>] {
        if case .paths? = state.popup { state.popup = nil }
        guard state.popup == nil, let typed = state.pathTyped, typed != state.quietPath else {
            return []
        }
        return [.ask { .paths(typed, $0.entries(for: typed)) }]
    }

    private mutating func offer(_ entries: [PathEntry], for typed: String) {
        guard state.popup == nil, state.pathTyped == typed else { return }
        let popup = PathPopup(typed, entries)
        if !popup.isDone { state.popup = .paths(popup) }
    }

    // MARK: Giving

    private mutating func give(_ choice: ActChoice, _ setting: Setting) -> [Step<Message>] {
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

    private mutating func take(
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

    private mutating func confirm(
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

    private mutating func finish(
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

    // MARK: Drafts and conditions

    /// A secret is never kept.
    private mutating func keep() -> [Step<Message>] {
        keeping.keep(typed, as: plan.draftName) { .kept($0) }
    }

    private var typed: JSON { state.content.typed(without: FormPlan.secrets) }

    var parting: (@Sendable (BoardDesk) -> Void)? {
        keeping.parting(typed, as: plan.draftName)
    }

    private mutating func judge(_ setting: Setting) -> [Step<Message>] {
        guard !isJudging else {
            isUnjudged = true
            return []
        }
        isJudging = true
        isUnjudged = false
        let (plan, state, preset) = (plan, state, preset(setting))
        return [.ask { desk in .judged(await desk.judge(plan, state, preset)) }]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(FormScreenView(screen: self, setting: setting), in: frame.bounds)
    }
}

extension FormState {
    /// The path that stands in the field with the caret; nil where that names no file.
    var pathTyped: String? {
        guard let row, case .line(let editor)? = content[row.path] else { return nil }
        let text = editor.text.string
        let isDocument =
            content.shape(at: row.path) == .digest && row.label != FormReader.identity
            && Digest(text: text) == nil
        guard isDocument || source(of: row) == .files else { return nil }
        let path = text.hasPrefix("@") ? String(text.dropFirst()) : text
        return path.isEmpty ? nil : path
    }
}

extension FormScreen.Message {
    /// Whether it brings text.
    fileprivate var isText: Bool {
        switch self {
        case .input(.paste): return true
        case .input(.key(let key)):
            guard case .character = key.key else { return false }
            return key.modifiers.subtracting(.shift).isEmpty
        default: return false
        }
    }
}

extension KeyEvent {
    /// Ctrl-S or F2: what was filled in is given.
    var isSubmit: Bool {
        self == KeyEvent(.character("s"), .control) || self == KeyEvent(.function(2))
    }
}

extension InputEvent {
    /// Ctrl-C, which no screen takes for itself.
    var isQuit: Bool { self == .key(KeyEvent(.character("c"), .control)) }
}
