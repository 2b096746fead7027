import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A command as a form, made from the transition table: fields, what would be recorded, the record.
///
/// What is typed is kept as a draft beside the database until it is recorded.
struct FormScreen: Screen {
    enum Message: Sendable {
        case restored(JSON?, Record?)
        case input(InputEvent)
        case pressed(MouseEvent)
        case give
        case rehearsed(Answer<Rehearsal>)
        case confirming(InputEvent)
        case done(Answer<CommandOutcome>)
        case kept(Fault?)
    }

    let name = ScreenName.form
    let choice: ActChoice
    /// The object as the person was shown it, to read beside the form.
    let evidence: JSON?
    private(set) var state: FormState
    private(set) var confirmation: Confirmation?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var isWaiting = false
    /// Whether a draft is on its way to the disk, and whether more has been typed since.
    private var isKeeping = false
    private var isChanged = false
    /// The same for every try, so that a doubtful one is settled and never doubled.
    private let commandID = TimeOrderedID.next()

    /// Fields that only the program's own forms have: out of them the command's are made.
    static let passphrase = Field<String>("passphrase", .text(200))
    static let contentFile = Field<String>("contentFile", .text(200))
    static let attachmentFiles = Field<[String]>("attachmentFiles", .list(.text(200)))
    static let openerPersons = Field<[String]>("openerPersons", .list(.text(64)))

    init(_ choice: ActChoice, evidence: JSON?) {
        self.choice = choice
        self.evidence = evidence
        let option = choice.option
        let machine = option.subject.machine
        var uses = choice.asks
        if let desk = DeskCommand(option.command, of: machine), option.pending == nil {
            if desk.takesContent {
                uses += [.required(Self.contentFile), .optional(Self.attachmentFiles)]
            }
            if desk.openers > 0 { uses.append(.optional(Self.openerPersons)) }
            if desk.takesPassphrase { uses.append(.required(Self.passphrase)) }
        }
        state = FormState(uses, of: machine.rawValue)
    }

    var isTyping: Bool { true }

    func subject(in setting: Setting) -> SafeText { choice.title(setting) }

    private var draftName: String {
        [choice.stream.text, choice.option.subject.text, choice.command]
            .joined(separator: " ")
    }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        let (name, choice) = (draftName, choice)
        return [
            .ask { desk in
                .restored(desk.drafts.draft(name), await desk.preset(for: choice))
            }
        ]
    }

    mutating func refresh(in setting: Setting) -> [Step<Message>] { [] }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if confirmation != nil {
            return event.isQuit ? nil : .confirming(event)
        }
        if case .key(let key) = event {
            if key == KeyEvent(.character("s"), .control) || key == KeyEvent(.function(2)) {
                return .give
            }
            if key.key == .escape || event.isQuit { return nil }
        }
        if case .mouse(let mouse) = event { return mouse.isPress ? .pressed(mouse) : nil }
        return .input(event)
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .restored(let draft, let preset):
            if let preset { state.fill(preset, setting) }
            if let draft {
                state.restore(draft, setting)
                notice = (setting.text("tui.form.restored"), .notice)
            }
            return []
        case .input(let event): return edit(event, setting)
        case .pressed(let mouse):
            let form = Self.form(of: Rect(setting.body), setting)
            let view = FormView(state: state, setting: setting, isFocused: true)
            guard mouse.row >= form.row,
                let row = view.row(at: mouse.row - form.row, of: form.size)
            else { return [] }
            state.focus(row.path)
            return []
        case .give: return give(setting)
        case .rehearsed(let answer):
            isWaiting = false
            switch answer {
            case .success(let rehearsal):
                confirmation = Confirmation(
                    choice.title(setting), rehearsal, evidence: evidence, in: setting)
            case .failure(let fault): notice = (fault.words, .danger)
            }
            return []
        case .confirming(let event): return confirm(event)
        case .done(.success(let outcome)):
            let words = setting.text(
                "tui.recorded", ["position": outcome.positions.map { "\($0.upperBound)" } ?? "–"])
            let name = draftName
            return [
                .ask { desk in
                    desk.drafts.discard(name)
                    return .kept(nil)
                }, .tell(words, .success), .close, .recorded,
            ]
        case .done(.failure(let fault)):
            if fault.isConflict {
                // What was shown is no longer so: it is shown anew.
                confirmation = nil
                notice = (setting.text("tui.conflict", ["why": fault.words.string]), .warning)
                return give(setting)
            }
            confirmation?.fail(fault.words)
            return []
        case .kept(let fault):
            isKeeping = false
            if let fault { notice = (fault.words, .warning) }
            return isChanged ? keep() : []
        }
    }

    private mutating func edit(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        let form = Self.form(of: Rect(setting.body), setting)
        let before = state.content
        guard
            state.take(
                event, columns: FormView.fieldColumns(form.columns) - 1, in: setting)
        else { return [] }
        guard state.content != before else { return [] }
        notice = nil
        return keep()
    }

    private mutating func give(_ setting: Setting) -> [Step<Message>] {
        guard !isWaiting, !state.findFault() else { return [] }
        notice = nil
        isWaiting = true
        let (content, choice, id) = (state.content, choice, commandID)
        return [.ask { desk in .rehearsed(await desk.rehearse(choice, content, id: id)) }]
    }

    private mutating func confirm(_ event: InputEvent) -> [Step<Message>] {
        guard let outcome = confirmation?.take(event) else { return [] }
        guard outcome == .confirmed, let rehearsal = confirmation?.rehearsal else {
            confirmation = nil
            return []
        }
        return [.ask { desk in .done(await desk.carryOut(rehearsal)) }]
    }

    /// A secret is never kept.
    private mutating func keep() -> [Step<Message>] {
        guard !isKeeping else {
            isChanged = true
            return []
        }
        isKeeping = true
        isChanged = false
        var typed = state.content.typed.object ?? [:]
        typed[Self.passphrase.name] = nil
        let (draft, name) = (JSON.object(typed), draftName)
        return [.ask { desk in .kept(desk.keep(draft, as: name)) }]
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard confirmation == nil else { return [] }
        var keys = [
            KeyUse(.character("s"), .control, setting.text("tui.form.key.give")),
            KeyUse(.tab, setting.text("tui.form.key.next")),
            KeyUse(.tab, .shift, setting.text("tui.form.key.previous"), isInFooter: false),
        ]
        switch state.row?.kind {
        case .list: keys.append(KeyUse(.enter, setting.text("tui.form.key.add")))
        case .item:
            keys.append(KeyUse(.character("x"), .control, setting.text("tui.form.key.remove")))
        default:
            if state.cursor.steps.contains(where: \.isElement) {
                keys.append(
                    KeyUse(.character("x"), .control, setting.text("tui.form.key.remove")))
            }
        }
        keys.append(KeyUse(.escape, setting.text("tui.form.key.later")))
        return keys
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(FormScreenView(screen: self, setting: setting), in: frame.bounds)
    }
}

extension FormPath.Step {
    var isElement: Bool {
        if case .element = self { return true }
        return false
    }
}

extension InputEvent {
    /// Ctrl-C, which no screen takes for itself.
    var isQuit: Bool { self == .key(KeyEvent(.character("c"), .control)) }
}
