import BoardDomain
import BoardService
import TerminalKit

/// 评审: the declarations first, then bids without names side by side with the criteria, a sheet that is
/// saved as one types and locked once; after the reveal one's own scores, the chair's notes, the ranking.
struct ScoreScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<ScoreContent>, JSON?)
        case key(KeyEvent)
        case paste(String)
        case pane(Pane)
        case scroll(Int)
        case pressed(MouseEvent)
        /// What the stage asks for: declare, lock, close.
        case main
        case refuse
        case replace
        case note
        case others
        case file
        case rehearsed(ActChoice, Answer<Rehearsal>)
        case confirming(InputEvent)
        case done(Answer<CommandOutcome>)
        case kept(Fault?)
    }

    /// What takes the keys.
    enum Pane: Hashable, CaseIterable, Sendable { case grid, comment, reading }

    let name = ScreenName.score
    let stream: StreamID
    private(set) var content = Loaded<ScoreContent>()
    private(set) var draft = ScoreDraft()
    /// The bid and the criterion under the cursor, by their places.
    private(set) var column = 0
    private(set) var row = 0
    /// Whether the cursor has just come to its cell: the first digit puts down what stood there.
    private var beginsAnew = true
    private(set) var pane = Pane.grid
    /// How far the bid that is read is scrolled.
    private(set) var top = 0
    private(set) var confirmation: Confirmation?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var isRehearsing = false
    private var keeping = DraftKeeping()
    /// Whether the sheet was locked just now, and what the board makes of it has not come yet.
    private var isSent = false
    /// The sheet whose draft is before the expert.
    private var sheetID: String?
    private var commandID = TimeOrderedID.next()

    init(_ stream: StreamID) { self.stream = stream }

    var isTyping: Bool { pane == .comment && stage == .scoring }
    var isAsking: Bool { confirmation != nil }
    var isUnsaved: Bool { keeping.isUnkept }

    func subject(in setting: Setting) -> SafeText { SafeText(stream.id) }

    var stage: ScoreContent.Stage { isSent ? .locked : content.value?.stage ?? .waiting }

    /// Where the cursor stands; nil while there is nothing to score.
    var place: ScoreDraft.Place? {
        guard let content = content.value, content.bids.indices.contains(column),
            content.rubric.indices.contains(row)
        else { return nil }
        return ScoreDraft.Place(
            bid: content.bids[column].id, criterion: content.rubric[row].code)
    }

    /// What the sheet says: locked scores as they are recorded, others as they are typed.
    var scores: [SheetScore] {
        guard let content = content.value else { return [] }
        return stage == .scoring
            ? draft.scores(content.bids.map(\.id), content.rubric) : content.locked
    }

    /// What is wrong with a cell, in the rule's words; nil where nothing is.
    func fault(at place: ScoreDraft.Place, in setting: Setting) -> SafeText? {
        guard stage == .scoring, let content = content.value, let policy = content.policy else {
            return nil
        }
        let typed = draft[place].points
        guard let score = draft.score(place) else {
            let most = content.rubric.first { $0.code == place.criterion }?.maximum ?? 100
            return typed.isEmpty
                ? nil
                : setting.text(
                    "tui.score.impossible", ["given": typed, "maximum": String(most)])
        }
        guard let breach = score.breach(under: content.rubric, policy: policy)
        else { return nil }
        return SafeText(setting.wording.breach(breach))
    }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        let stream = stream
        return [
            .ask { desk in
                let answer = await desk.scoreContent(of: stream)
                let sheet = (try? answer.get())?.sheetID
                return .loaded(
                    answer, sheet.flatMap { desk.drafts.draft(Self.draftName(stream, $0)) })
            }
        ]
    }

    private static func draftName(_ stream: StreamID, _ sheet: String) -> String {
        "scores \(stream.text) \(sheet)"
    }

    private mutating func take(
        _ answer: Answer<ScoreContent>, _ kept: JSON?, _ setting: Setting
    ) -> [Step<Message>] {
        content.take(answer)
        guard let value = content.value else { return [] }
        // What was asked before the sheet was locked may be answered after it.
        if value.stage != .scoring || value.sheetID != sheetID { isSent = false }
        // Whoever has no seat here works on the panel as an official does.
        guard value.seat != nil else {
            return [
                .replace(ActScreen(on: ObjectReference(.challenge), of: stream, toward: nil))
            ]
        }
        // What is being typed is not overwritten by what others record.
        if value.sheetID != sheetID {
            sheetID = value.sheetID
            draft = kept.map { ScoreDraft($0) } ?? ScoreDraft()
            if kept != nil, value.stage == .scoring {
                notice = (setting.text("tui.form.restored"), .notice)
            }
        }
        column = min(column, max(0, value.bids.count - 1))
        row = min(row, max(0, value.rubric.count - 1))
        if stage != .scoring, pane == .comment { pane = .grid }
        return []
    }

    // MARK: Messages

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer, let kept): return take(answer, kept, setting)
        case .key(let key): return press(key, setting)
        case .paste(let text):
            guard stage == .scoring, let place else { return [] }
            draft[place].comment.paste(text)
            return keep()
        case .pane(let pane): self.pane = pane
        case .scroll(let rows): top = max(0, top + rows)
        case .pressed(let mouse): point(mouse, setting)
        case .main: return main(setting)
        case .refuse: return content.value?.refusal.map { open($0, setting) } ?? []
        case .replace: return replace(setting)
        case .note: return note(setting)
        case .others:
            guard let id = content.value?.seat?["id"]?.string else { return [] }
            return [.open(ActScreen(on: ObjectReference(.seat, id), of: stream))]
        case .file: return [.open(Destination.file(of: stream))]
        case .rehearsed(let choice, let answer):
            isRehearsing = false
            switch answer {
            case .success(let rehearsal):
                confirmation = Confirmation(
                    of: choice, rehearsal, evidence: nil, in: setting)
            case .failure(let fault): notice = (fault.words, .danger)
            }
        case .confirming(let event): return confirm(event, setting)
        case .done(let answer): return finish(answer, setting)
        case .kept(let fault):
            if let fault { notice = (fault.words, .warning) }
            return keeping.settle(fault) ? keep() : []
        }
        return []
    }

    private mutating func main(_ setting: Setting) -> [Step<Message>] {
        guard let content = content.value, let choice = content.main, !isRehearsing else {
            return []
        }
        if let refusal = choice.option.refusal {
            notice = (SafeText(setting.wording.refusal(refusal)), .danger)
            return []
        }
        guard !setting.isPast else {
            notice = (setting.text("tui.past.readOnly"), .warning)
            return []
        }
        var act = choice.act(id: commandID)
        switch stage {
        case .confidentiality, .declaration: act.fields = Record { $0[F.declares] = true }
        case .scoring:
            if let gap = firstGap(content, setting) {
                notice = (gap, .danger)
                return []
            }
            act.fields = Record { $0[F.scores] = scores }
        default: return open(choice, setting)
        }
        notice = nil
        isRehearsing = true
        let given = act
        return [.ask { .rehearsed(choice, await $0.rehearse(given)) }]
    }

    /// The first cell without points, or with points that its rule refuses: the cursor goes there.
    private mutating func firstGap(_ content: ScoreContent, _ setting: Setting) -> SafeText? {
        for (column, bid) in content.bids.enumerated() {
            for (row, line) in content.rubric.enumerated() {
                let place = ScoreDraft.Place(bid: bid.id, criterion: line.code)
                let words =
                    draft.score(place) == nil
                    ? setting.text("tui.score.missing") : fault(at: place, in: setting)
                guard let words else { continue }
                (self.column, self.row) = (column, row)
                pane = .grid
                let cell = content.name(of: bid.id, setting) + " " + SafeText(line.name)
                return cell + setting.text("cli.colon") + words
            }
        }
        return nil
    }

    private func open(_ choice: ActChoice, _ setting: Setting) -> [Step<Message>] {
        if let refusal = choice.option.refusal {
            return [.tell(SafeText(setting.wording.refusal(refusal)), .warning)]
        }
        return [.open(Destination.form(for: choice, evidence: nil))]
    }

    /// One's own score under the cursor, with a reason (P12b).
    private func replace(_ setting: Setting) -> [Step<Message>] {
        guard let content = content.value, let place, let id = content.sheetID,
            let choice = content.choice("replace-score", of: .sheet, id: id)
        else { return [] }
        return open(choice, setting) { given in
            given[F.bid] = place.bid
            given[F.criterion] = place.criterion
        }
    }

    /// The chair's note on the bid under the cursor.
    private func note(_ setting: Setting) -> [Step<Message>] {
        guard let content = content.value, let place,
            let choice = content.choice("note-divergence", of: .panel)
        else { return [] }
        return open(choice, setting) { $0[F.bid] = place.bid }
    }

    private func open(
        _ choice: ActChoice, _ setting: Setting, _ fill: (inout Record) -> Void
    ) -> [Step<Message>] {
        if let refusal = choice.option.refusal {
            return [.tell(SafeText(setting.wording.refusal(refusal)), .warning)]
        }
        var plan = FormPlan(choice)
        plan.given = Record(fill)
        return [.open(FormScreen(plan))]
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
            let wasScoring = stage == .scoring
            // Nothing more is typed into it until the board has answered.
            isSent = wasScoring
            pane = .grid
            confirmation = nil
            notice = nil
            commandID = TimeOrderedID.next()
            var steps: [Step<Message>] = [.tell(outcome.words(setting), .success), .recorded]
            // What is locked stands in the log; nothing of it is kept beside.
            if wasScoring, let sheetID {
                let (name, turn) = (Self.draftName(stream, sheetID), DraftTurn())
                keeping.forget()
                steps.insert(
                    .ask { desk in
                        desk.discard(name, in: turn)
                        return .kept(nil)
                    }, at: 0)
            }
            return steps
        case .failure(let fault):
            if fault.isConflict {
                confirmation = nil
                notice = (setting.text("tui.conflict", ["why": fault.words.string]), .warning)
                return begin(in: setting)
            }
            confirmation?.fail(fault.words)
            return []
        }
    }

    // MARK: Typing

    private mutating func press(_ key: KeyEvent, _ setting: Setting) -> [Step<Message>] {
        guard let place else { return [] }
        if pane == .comment {
            guard stage == .scoring else { return [] }
            let columns = ScoreView.commentColumns(setting)
            let before = draft[place].comment.text
            _ = draft[place].comment.handle(key, columns: columns)
            return draft[place].comment.text == before ? [] : keep()
        }
        if move(key) { return [] }
        guard stage == .scoring, type(key, at: place) else { return [] }
        notice = nil
        return keep()
    }

    private mutating func move(_ key: KeyEvent) -> Bool {
        let bids = content.value?.bids.count ?? 0
        let lines = content.value?.rubric.count ?? 0
        let before = column
        switch (key.key, key.modifiers) {
        case (.left, []), (.character("h"), []): column = max(0, column - 1)
        case (.right, []), (.character("l"), []): column = max(0, min(bids - 1, column + 1))
        case (.up, []), (.character("k"), []): row = max(0, row - 1)
        case (.down, []), (.character("j"), []): row = max(0, min(lines - 1, row + 1))
        case (.home, []), (.character("g"), []): row = 0
        case (.end, []), (.character("G"), _): row = max(0, lines - 1)
        default: return false
        }
        if column != before { top = 0 }
        beginsAnew = true
        return true
    }

    /// What is typed stands in the cell, also what is no whole number of points or too many: it is marked
    /// and does not count, and nothing of it is taken for something else.
    private mutating func type(_ key: KeyEvent, at place: ScoreDraft.Place) -> Bool {
        let points = draft[place].points
        switch (key.key, key.modifiers) {
        case (.character(let scalar), _) where ScoreDraft.signs.contains(scalar):
            let typed = (beginsAnew ? "" : points) + String(scalar)
            guard typed.utf8.count <= ScoreDraft.mostOfPoints else { return false }
            draft[place].points = typed
        case (.backspace, []): draft[place].points = String(points.dropLast())
        case (.delete, []): draft[place].points = ""
        default: return false
        }
        beginsAnew = false
        return true
    }

    private mutating func keep() -> [Step<Message>] {
        guard let sheetID else { return [] }
        return keeping.keep(draft.json, as: Self.draftName(stream, sheetID)) { .kept($0) }
    }

    var parting: (@Sendable (BoardDesk) -> Void)? {
        sheetID.flatMap { keeping.parting(draft.json, as: Self.draftName(stream, $0)) }
    }

    private mutating func point(_ mouse: MouseEvent, _ setting: Setting) {
        let view = ScoreView(screen: self, setting: setting)
        guard let (column, row) = view.cell(at: Position(column: mouse.column, row: mouse.row))
        else { return }
        (self.column, self.row) = (column, row)
        beginsAnew = true
        pane = .grid
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(ScoreView(screen: self, setting: setting), in: frame.bounds)
    }
}
