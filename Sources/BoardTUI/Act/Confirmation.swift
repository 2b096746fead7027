import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The last question before something is recorded: exactly what will be.
///
/// It stands on a rehearsal, whose stream version is the expected one: what was shown is what is
/// recorded, or nothing is.
struct Confirmation: Sendable {
    let title: SafeText
    let rehearsal: Rehearsal
    /// What has to be typed: an amount, an id; nil where Enter suffices.
    let grave: GraveAct?
    /// What to go by where a text may not be what it seems; nil where every text is.
    private let marks: ActMarks?
    /// The text that others have put and that this signs; nil where what is recorded says all.
    private let signed: [String: JSON]?
    /// What the act is about and what is recorded does not say: to whom money goes, the day asked for.
    private let about: [String: JSON]
    /// What others changed since it was asked the last time; nil the first time.
    private let changed: SafeText?
    private(set) var state: DialogState
    private(set) var top = 0
    /// On the way to the log: keys wait.
    private(set) var isRecording = false
    /// Why it was not recorded.
    private(set) var failure: SafeText?

    enum Outcome: Sendable { case confirmed, cancelled }

    /// - Parameter evidence: the object as the person was shown it.
    init(
        of choice: ActChoice, _ rehearsal: Rehearsal, evidence: JSON?,
        after changed: SafeText? = nil, in setting: Setting
    ) {
        self.changed = changed
        title = choice.title(setting)
        self.rehearsal = rehearsal
        let amendment =
            Self.ofAmendments.contains(choice.command) ? evidence?["amendment"]?.object : nil
        signed = choice.sendsBack ? nil : amendment ?? choice.option.pending?.members
        about = rehearsal.ownCopy.map(Self.sealed) ?? Self.about(rehearsal.act, evidence)
        let typed = JSON.object(rehearsal.act.fields.members)
        let altered = choice.altered ?? (typed.holdsAlteredText ? AlteredTexts() : nil)
        marks = altered.map { ActMarks(rehearsal, $0, setting) }
        grave = GraveAct(rehearsal, evidence, setting)
        state = DialogState(expected: grave?.expected)
    }

    /// What is signed of an amendment stands with the contract.
    private static let ofAmendments: Set<String> = ["sign-amendment", "confirm-amendment"]

    /// What nobody reads any more once it is sealed.
    private static func sealed(_ copy: JSON) -> [String: JSON] {
        let names: Set<String> = ["amount", "countyShare", "periodMonths"]
        return copy["content"]?.object?.filter { names.contains($0.key) } ?? [:]
    }

    private static func about(_ act: Act, _ evidence: JSON?) -> [String: JSON] {
        let names: Set<String> =
            switch (act.subject.machine, act.command) {
            case (.payout, "order"): ["payee", "payeeName", "account", "amount", "pool"]
            case (.milestone, "grant-extension"): ["title", "due", "requestedDue"]
            default: []
            }
        return evidence?.object?.filter { names.contains($0.key) } ?? [:]
    }

    mutating func take(_ event: InputEvent, in setting: Setting) -> Outcome? {
        guard !isRecording else { return nil }
        switch event {
        case .paste(let text): state.paste(text)
        case .mouse(let mouse):
            if mouse.kind == .scrollDown { scroll(by: 3, setting) }
            if mouse.kind == .scrollUp { scroll(by: -3, setting) }
        case .key(let key):
            switch key.key {
            case .down: scroll(by: 1, setting)
            case .up: scroll(by: -1, setting)
            case .pageDown: scroll(by: 8, setting)
            case .pageUp: scroll(by: -8, setting)
            case .enter:
                guard isReady else {
                    failure = grave.map {
                        setting.text("tui.confirm.mistyped", ["expected": $0.expected])
                    }
                    return nil
                }
                isRecording = true
                return .confirmed
            default: return state.handle(key) == .cancelled ? .cancelled : nil
            }
        default: break
        }
        return nil
    }

    private mutating func scroll(by rows: Int, _ setting: Setting) {
        let most = ConfirmationBox(confirmation: self, setting: setting).mostTop
        top = max(0, min(top + rows, most))
    }

    /// Whether what had to be typed is.
    var isReady: Bool { grave?.isAnswered(by: state.answer.text.string) ?? true }

    mutating func fail(_ words: SafeText) {
        isRecording = false
        failure = words
    }

    /// What will be recorded, event by event; what follows from it stands apart.
    ///
    /// Of a bid that is opened nothing is told: whoever asked and went back would have read it without a
    /// trace, and it is sealed until its opening is on record (§4, C16).
    func lines(_ setting: Setting, columns: Int) -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns)
        let machine = rehearsal.act.subject.machine
        let first = rehearsal.events.first?.rule
        var lines: [FileLine] = []
        if let changed {
            lines += LineBreaker(columns: columns).lines(of: changed).map {
                FileLine($0, setting.theme[.warning])
            }
            lines.append(.blank)
        }
        lines += marks?.lines(setting, columns: columns) ?? []
        let read = signed?.filter { !$0.value.isLong } ?? [:]
        if !read.isEmpty {
            lines.append(FileLine(setting.text("tui.confirm.signs"), setting.theme[.title]))
            lines += sheet.lines(read, of: nil, in: machine.rawValue) + [.blank]
        }
        if !about.isEmpty {
            lines.append(FileLine(setting.text("tui.confirm.about"), setting.theme[.title]))
            let context = rehearsal.ownCopy == nil ? machine.rawValue : BidForm.context
            lines += sheet.lines(about, of: nil, in: context) + [.blank]
        }
        for (isOwn, key) in [(true, "tui.confirm.records"), (false, "tui.confirm.follows")] {
            let events = zip(rehearsal.events, rehearsal.recorded).filter {
                ($0.0.rule == first) == isOwn
            }
            guard !events.isEmpty else { continue }
            lines.append(FileLine(setting.text(key), setting.theme[.title]))
            for (event, recorded) in events {
                lines += heading(event, recorded, setting, columns)
                guard event.type != .bidOpened else { continue }
                lines += self.lines(of: event, sheet, setting)
            }
        }
        return lines
    }

    /// The event with its object, its state and its rule, which stand below it where there is no room.
    private func heading(
        _ event: Event, _ recorded: CommandOutcome.Recorded, _ setting: Setting, _ columns: Int
    ) -> [FileLine] {
        let mark = StyledText("▸ ", style: setting.theme[.accent])
        let name = SafeText(setting.wording.event(event.name))
        let rest =
            SafeText(setting.wording.object(recorded.object)) + stateWords(recorded, setting)
            + "  " + SafeText(event.rule)
        let muted = setting.theme[.muted]
        if 4 + name.columns() + rest.columns() <= columns {
            return [FileLine([mark, StyledText(name), StyledText("  " + rest, style: muted)])]
        }
        let breaker = LineBreaker(columns: max(8, columns - 2))
        return breaker.lines(of: name).enumerated().map { place, line in
            place == 0 ? FileLine([mark, StyledText(line)]) : FileLine(line, indent: 2)
        } + breaker.lines(of: rest).map { FileLine($0, muted, indent: 2) }
    }

    /// What stands alone under its label, a list of records as its table.
    private func lines(
        of event: Event, _ sheet: FileSheet, _ setting: Setting
    ) -> [FileLine] {
        let context = event.subject.machine.rawValue
        // The place among the signatures says nothing to who signs, nor does an empty text.
        let members = event.fields.members.filter {
            !$0.value.isLong && $0.key != "place" && $0.value != .object([:])
        }
        let alone = members.filter { !$0.value.isPart }
        let labelled = sheet.labelled(
            FileOutline.ordered(alone.keys, in: context).map { name in
                (
                    setting.texts.textIfPresent("field.\(event.name).\(name)")
                        ?? setting.wording.label(name, in: context),
                    sheet.text(
                        alone[name] ?? "", name, rehearsal.act.subject.machine, in: context)
                )
            }, 1)
        let parts = FileSheet(setting: setting, columns: sheet.columns - 2).lines(
            members.filter(\.value.isPart), of: nil, in: context)
        return labelled + parts.map { FileLine($0.pieces, indent: $0.indent + 2) }
    }

    private func stateWords(_ recorded: CommandOutcome.Recorded, _ setting: Setting) -> SafeText {
        guard let state = recorded.state,
            let object = ObjectReference(text: recorded.object)
        else { return .empty }
        return SafeText(" → " + setting.wording.state(state, of: object.machine.rawValue))
    }
}

extension Confirmation? {
    /// A key to the question, which is gone where it is cancelled.
    ///
    /// - Returns: what is to be recorded now.
    mutating func take(_ event: InputEvent, in setting: Setting) -> Rehearsal? {
        switch self?.take(event, in: setting) {
        case nil: return nil
        case .confirmed: return self?.rehearsal
        case .cancelled:
            self = nil
            return nil
        }
    }
}

extension CommandOutcome {
    private static let proposals = Set(TransitionTable.standard.acts.map { $0 + "Proposed" })

    /// That it was recorded, and where in the log.
    func words(_ setting: Setting) -> SafeText {
        // What is only proposed says nothing until the others have signed.
        let isPart = recorded.contains { Self.proposals.contains($0.type) }
        return setting.text(
            isPart ? "tui.recorded.part" : "tui.recorded",
            ["position": positions.map { "\($0.upperBound)" } ?? "–"])
    }
}

extension JSON {
    /// A ciphertext or a list of them: nobody reads it before he confirms.
    fileprivate var isLong: Bool { canonicalText.utf8.count > 4_000 }
}

/// An act whose consequences nobody takes back: what has to be typed to confirm it.
struct GraveAct: Sendable {
    let expected: String
    let prompt: SafeText
    /// What is asked for where it is an amount; a bare number is in the unit of the prompt.
    private var amount: (money: Money, unit: MoneyUnit)?

    init?(_ rehearsal: Rehearsal, _ evidence: JSON?, _ setting: Setting) {
        let act = rehearsal.act
        switch (act.subject.machine, act.command) {
        case (.payout, "order"), (.payout, "write-off"):
            guard let fen = evidence?["amount"]?.integer else { return nil }
            let money = Money(fen: fen)
            amount = (money, setting.texts.language == .zhHans ? .wan : .yuan)
            expected = setting.wording.figure(money)
            prompt = setting.text(
                "tui.confirm.typeAmount", ["amount": setting.wording.money(money)])
        case (.challenge, "cancel"), (.challenge, "revoke"), (.challenge, "erase-contact"),
            (.bid, "erase-contact"), (.challenge, "declare-unopenable"):
            expected = act.stream.id
            prompt = setting.text("tui.confirm.typeID", ["id": act.stream.id])
        default: return nil
        }
    }

    /// Whoever types the same amount in another way of writing has read it.
    func isAnswered(by typed: String) -> Bool {
        if typed == expected { return true }
        guard let amount, let money = try? Money.parse(typed, unit: amount.unit) else {
            return false
        }
        return money == amount.money
    }
}

/// The question as it looks.
struct ConfirmationBox: Widget {
    let confirmation: Confirmation
    let setting: Setting

    /// Rows that are not lines: the border, the keys with a row above them.
    private static let around = 4

    /// How wide it is on a body, and how many rows the question and its failure take.
    private func measures(
        in size: Size, _ ambiguous: AmbiguousWidth = .narrow
    ) -> (width: Int, asks: Int, fails: Int) {
        let width = min(92, size.columns - 4)
        let fails = confirmation.failure.map {
            Text($0).rows(columns: width - 4, ambiguous: ambiguous) + 1
        }
        let prompt = confirmation.grave.map {
            Text($0.prompt).rows(columns: width - 4, ambiguous: ambiguous) + 2
        }
        return (width, prompt ?? 0, fails ?? 0)
    }

    private func lines(_ width: Int) -> [FileLine] {
        confirmation.lines(setting, columns: width - 6)
    }

    /// The last first line that leaves no empty rows.
    var mostTop: Int {
        let (width, asks, fails) = measures(in: setting.body)
        let room = setting.body.rows - asks - fails - Self.around
        return FileLines.most(lines(width).count, height: max(1, room))
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let (width, asks, fails) = measures(in: frame.size, frame.ambiguous)
        let lines = lines(width)
        let height = min(frame.size.rows, lines.count + asks + fails + Self.around)
        frame.within(frame.bounds.centered(Size(columns: width, rows: height))) { frame in
            let inside = frame.box(confirmation.title, theme)
            let parts = Layout.vertical(
                .min(1), .length(fails), .length(asks), .length(1), .length(1)
            ).split(inside)
            var overlaid = theme
            overlaid[.text] = theme[.overlay]
            frame.draw(
                FileLines(lines: lines, top: confirmation.top, theme: overlaid), in: parts[0])
            if let failure = confirmation.failure {
                frame.draw(
                    Text(failure, style: theme[.overlay].merging(theme[.danger])), in: parts[1])
            }
            if let grave = confirmation.grave {
                let rows = Layout.vertical(.length(1), .min(1), .length(1)).split(parts[2])
                frame.draw(
                    Text(grave.prompt, style: theme[.overlay].merging(theme[.warning])),
                    in: rows[1])
                frame.draw(
                    TextField(confirmation.state.answer, isFocused: true, theme: theme),
                    in: rows[2])
            }
            let hints =
                confirmation.isRecording
                ? [KeyHint("…", setting.text("tui.confirm.recording"))]
                : [
                    KeyHint(
                        "Enter", setting.text("tui.confirm.record"),
                        isEnabled: confirmation.isReady),
                    KeyHint("Esc", setting.text("tui.confirm.back")),
                ]
            frame.draw(KeyHints(hints, theme: theme, style: theme[.overlay]), in: parts[4])
        }
    }
}
