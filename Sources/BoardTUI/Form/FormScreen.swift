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
    var confirmation: Confirmation?
    var notice: (text: SafeText, role: Theme.Role)?
    private(set) var judgement = FormJudgement()
    var isWaiting = false
    /// Whether what there is to pick and what is filled in already has come.
    private(set) var isPrepared = false
    /// What was typed before: it must neither be lost nor stand in the way of an earlier draft.
    private var early: [Message] = []
    /// On a narrow screen, whether what lies beside the form stands in its place.
    var showsBeside = false
    /// How far what lies beside is scrolled.
    var besideTop = 0
    var keeping = DraftKeeping()
    private var isJudging = false
    private var isUnjudged = false
    /// Which of the plan's commands was rehearsed last.
    var giving: ActChoice?
    /// What others changed between the question and the answer; the next question says so.
    var changed: SafeText?
    /// The same for every try, so that a doubtful one is settled and never doubled.
    let commandIDs = [TimeOrderedID.next(), TimeOrderedID.next()]

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

    var stepIndex = 0

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

    // MARK: Drafts and conditions

    /// A secret is never kept.
    mutating func keep() -> [Step<Message>] {
        keeping.keep(typed, as: plan.draftName) { .kept($0) }
    }

    private var typed: JSON { state.content.typed(without: FormPlan.secrets) }

    var parting: (@Sendable (BoardDesk) -> Void)? {
        keeping.parting(typed, as: plan.draftName)
    }

    mutating func judge(_ setting: Setting) -> [Step<Message>] {
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
