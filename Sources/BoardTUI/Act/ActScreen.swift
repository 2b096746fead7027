import BoardDomain
import BoardService
import TerminalKit

/// 审批 and 办理: one object with its evidence, what may be done about it, and every condition's ✓ or ✗.
struct ActScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<ActContent>)
        case key(KeyEvent)
        case scroll(Int)
        case pressed(MouseEvent)
        case choose(ActChoice)
        /// Its form, also where nothing has to be filled in.
        case fill(ActChoice)
        case toggleAll
        case openFile
        case takeHome(TakeHomeScreen.Paper)
        case rehearsed(ActChoice, Answer<Rehearsal>)
        case confirming(InputEvent)
        case done(Answer<CommandOutcome>)
    }

    let sheet: ActSheet
    let stream: StreamID
    let object: ObjectReference
    /// What the duty asks for; selected first.
    let wanted: String?
    private(set) var content = Loaded<ActContent>()
    private(set) var selection = RowSelection<String>()
    /// Whether what is others' part is shown too.
    private(set) var showsAll = false
    private(set) var top = 0
    private(set) var confirmation: Confirmation?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var isRehearsing = false
    private var commandID = TimeOrderedID.next()
    /// Whether a form was opened from here: once nothing is left to decide, the screen is done.
    private var hasOpenedForm = false

    init(
        on object: ObjectReference, of stream: StreamID, toward wanted: String? = nil,
        as sheet: ActSheet = .plain
    ) {
        self.sheet = sheet
        self.object = object
        self.stream = stream
        self.wanted = wanted
    }

    var name: ScreenName { sheet.name }
    var isAsking: Bool { confirmation != nil }

    func subject(in setting: Setting) -> SafeText {
        SafeText(stream.id + " " + setting.wording.object(object))
    }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        let (stream, object, wanted, sheet) = (stream, object, wanted, sheet)
        return [
            .ask {
                .loaded(await $0.content(of: object, in: stream, toward: wanted, on: sheet))
            }
        ]
    }

    /// Those of this object first; what is nobody's part here only when it is asked for.
    var choices: [ActChoice] {
        (content.value?.choices ?? []).filter { showsAll || !$0.isOthers }
    }

    var rows: ElementRows<ActChoice> {
        ElementRows(choices) { choice, _ in StyledText(SafeText(choice.id)) }
    }

    var selected: ActChoice? {
        let rows = rows
        return selection.placement(in: rows, height: 1).selected.map { rows.elements[$0] }
    }

    /// The form has been recorded and nothing here waits for this person any more.
    private var isDone: Bool {
        hasOpenedForm && wanted != nil && content.failure == nil
            && !choices.contains { $0.isAllowed && $0.verb != .other }
    }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if confirmation != nil { return event.isQuit ? nil : .confirming(event) }
        switch event {
        case .key(let key): return message(for: key, setting)
        case .mouse(let mouse):
            switch mouse.kind {
            case .press(.left): return .pressed(mouse)
            case .scrollDown: return .scroll(3)
            case .scrollUp: return .scroll(-3)
            default: return nil
            }
        default: return nil
        }
    }

    private func message(for key: KeyEvent, _ setting: Setting) -> Message? {
        switch (key.key, key.modifiers) {
        case (.enter, []): return selected.map { .choose($0) }
        case (.character("a"), []): return choice(of: .approve).map { .choose($0) }
        case (.character("r"), []): return choice(of: .sendBack).map { .choose($0) }
        case (.character("x"), []): return choice(of: .reject).map { .choose($0) }
        case (.character("e"), []): return selected.map { .fill($0) }
        case (.character("m"), []): return .toggleAll
        case (.character("o"), []): return .openFile
        case (.character("i"), []) where hasReceipt(setting): return .takeHome(.receipt)
        case (.character("y"), []) where hasReceipt(setting): return .takeHome(.ownCopy)
        case (.pageDown, []), (.character(" "), []): return .scroll(8)
        case (.pageUp, []): return .scroll(-8)
        case (.character("d"), .control): return .scroll(8)
        case (.character("u"), .control): return .scroll(-8)
        default:
            var moved = selection
            return moved.handle(key, in: rows, height: 8) ? .key(key) : nil
        }
    }

    /// What a verb's key means here: what the duty asks for, otherwise the first that may be done; of those
    /// that may not, the first, so that its reason is told.
    func choice(of verb: ActChoice.Verb) -> ActChoice? {
        let choices = choices.filter { $0.verb == verb && isMeant($0) }
        return choices.first { $0.option.command == wanted && $0.isAllowed }
            ?? choices.first(where: \.isAllowed)
            ?? choices.first { $0.option.command == wanted } ?? choices.first
    }

    /// Whether a verb's key may mean it: never another object of the kind in view.
    private func isMeant(_ choice: ActChoice) -> Bool {
        let subject = choice.option.subject
        return subject == object || subject.machine != object.machine || subject.id.isEmpty
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer):
            content.take(answer)
            if selection.id == nil { selectFirst() }
            selection.settle(in: rows, height: 8)
            return isDone ? [.close] : []
        case .key(let key): _ = selection.handle(key, in: rows, height: 8)
        case .scroll(let lines): top = max(0, top + lines)
        case .pressed(let mouse): return press(mouse, setting)
        case .choose(let choice): return choose(choice, filling: choice.needsForm, setting)
        case .fill(let choice): return choose(choice, filling: !choice.asks.isEmpty, setting)
        case .toggleAll:
            showsAll.toggle()
            selection.settle(in: rows, height: 8)
        case .openFile: return [.open(Destination.file(of: stream))]
        case .takeHome(let paper):
            return [.open(TakeHomeScreen(paper, of: object, in: stream))]
        case .rehearsed(let choice, let answer):
            isRehearsing = false
            switch answer {
            case .success(let rehearsal):
                confirmation = Confirmation(
                    of: choice, rehearsal, evidence: content.value?.evidence, in: setting)
            case .failure(let fault): notice = (fault.words, .danger)
            }
        case .confirming(let event): return confirm(event, setting)
        case .done(let answer): return finish(answer, setting)
        }
        return []
    }

    private func hasReceipt(_ setting: Setting) -> Bool {
        sheet.hasReceipt(content.value?.evidence, object)
            && !setting.roles.isDisjoint(with: [.bidder, .signatory])
    }

    /// What was asked for, also where it may not be done: its reason is what one wants to know then.
    private mutating func selectFirst() {
        let asked = (content.value?.choices ?? []).filter { $0.command == wanted }
        if !asked.isEmpty, asked.allSatisfy(\.isOthers) { showsAll = true }
        let elements = rows.elements
        let first =
            elements.firstIndex { $0.command == wanted && $0.isAllowed && isMeant($0) }
            ?? elements.firstIndex { $0.command == wanted && isMeant($0) }
            ?? elements.firstIndex(where: \.isAllowed) ?? 0
        selection.select(first, in: rows, height: 8)
        if let fault = content.value?.absence { notice = (fault.words, .warning) }
    }

    private mutating func press(_ mouse: MouseEvent, _ setting: Setting) -> [Step<Message>] {
        let parts = ActView.parts(of: Rect(setting.body), self, setting)
        let row = mouse.row - parts.choices.row
        let place = Position(column: mouse.column, row: mouse.row)
        guard parts.choices.contains(place) else { return [] }
        let list = ActView.list(self, setting)
        guard let index = list.index(at: row, height: parts.choices.rows) else { return [] }
        let wasSelected = selection.id == rows.id(at: index)
        selection.select(index, in: rows, height: parts.choices.rows)
        guard wasSelected, let choice = selected else { return [] }
        return choose(choice, filling: choice.needsForm, setting)
    }

    private mutating func choose(
        _ choice: ActChoice, filling: Bool, _ setting: Setting
    ) -> [Step<Message>] {
        selection.select(
            rows.index(of: choice.id) ?? 0, in: rows, height: 8)
        guard !isRehearsing else { return [] }
        if let refusal = choice.option.refusal {
            notice = (SafeText(setting.wording.refusal(refusal)), .danger)
            return []
        }
        guard !setting.isPast else {
            notice = (setting.text("tui.past.readOnly"), .warning)
            return []
        }
        notice = nil
        if filling {
            hasOpenedForm = true
            return [.open(Destination.form(for: choice, evidence: content.value?.evidence))]
        }
        isRehearsing = true
        let act = choice.act(id: commandID)
        return [.ask { .rehearsed(choice, await $0.rehearse(act)) }]
    }

    private mutating func confirm(
        _ event: InputEvent, _ setting: Setting
    ) -> [Step<Message>] {
        guard let rehearsal = confirmation.take(event, in: setting) else { return [] }
        return [.ask { .done(await $0.carryOut(rehearsal)) }]
    }

    private mutating func finish(
        _ answer: Answer<CommandOutcome>, _ setting: Setting
    ) -> [Step<Message>] {
        switch answer {
        case .success(let outcome):
            confirmation = nil
            commandID = TimeOrderedID.next()
            return [.tell(outcome.words(setting), .success), .close, .recorded]
        case .failure(let fault) where fault.isConflict:
            // What was shown is no longer so: the screen tells what is there now, and nothing was recorded.
            confirmation = nil
            notice = (setting.text("tui.conflict", ["why": fault.words.string]), .warning)
            return begin(in: setting)
        case .failure(let fault):
            confirmation?.fail(fault.words)
            return []
        }
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard confirmation == nil else { return [] }
        let verbs: [(ActChoice.Verb, Unicode.Scalar)] = [
            (.approve, "a"), (.sendBack, "r"), (.reject, "x"),
        ]
        var keys = verbs.compactMap { verb, key in
            choice(of: verb).map { choice in
                KeyUse(
                    .character(key), choice.title(setting),
                    reason: choice.option.refusal.map { SafeText(setting.wording.refusal($0)) })
            }
        }
        keys.append(
            KeyUse(
                .enter, setting.text("tui.act.key.choose"),
                reason: choices.isEmpty ? setting.text("tui.act.nothing") : nil))
        if let choice = selected, choice.isAllowed, !choice.needsForm, !choice.asks.isEmpty {
            keys.append(KeyUse(.character("e"), setting.text("tui.act.key.fill")))
        }
        keys.append(KeyUse(.pageDown, setting.text("tui.key.scroll"), isInFooter: false))
        keys.append(KeyUse(.character("o"), setting.text("tui.act.key.file")))
        if hasReceipt(setting) {
            keys.append(KeyUse(.character("i"), setting.text("tui.bid.key.receipt")))
            keys.append(KeyUse(.character("y"), setting.text("tui.bid.key.copy")))
        }
        keys.append(
            KeyUse(
                .character("m"), setting.text(showsAll ? "tui.act.key.mine" : "tui.act.key.all"),
                isInFooter: false))
        return keys
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(ActView(screen: self, setting: setting), in: frame.bounds)
    }
}
