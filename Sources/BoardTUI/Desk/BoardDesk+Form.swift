import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension BoardDesk {
    /// What a filled form would record. Documents that it names are read now and kept only with the record.
    func rehearse(
        _ plan: FormPlan, _ state: FormState, _ preset: FormPreset, as choice: ActChoice,
        id: String
    ) async -> Answer<Rehearsal> {
        let documents = documents
        do {
            var act = choice.act(id: id, documents: documents)
            var reader = state.reader
            reader.reader = self.reader(documents)
            let isWhole = choice.id == plan.choice.id
            var members =
                isWhole
                ? try FormField.members(state.content.fields, in: plan.outline.context, reader)
                : FormField.understood(state.content.fields, in: plan.outline.context, reader)
            if choice.isNew, let kind = choice.namedByBoard {
                act.stream = try await board.newStream(kind, at: instant)
            }
            if plan.outline.context == BidForm.context {
                return await rehearse(try BidForm.papers(members), act, of: plan)
            }
            act.passphrase = members.removeValue(forKey: FormPlan.passphrase.name)?.string
            for opener in members.removeValue(forKey: FormPlan.openerPersons.name)?.array ?? [] {
                act.openers.append(
                    try await board.person(named: opener.string ?? "", at: instant))
            }
            let name = members.removeValue(forKey: NewStream.name.name)?.string
            let known = Set(choice.option.fields.map(\.name))
            let given = Record(
                members.filter { known.contains($0.key) || choice.sendsBack })
            act.fields = act.fields.merging(preset.changes(given))
            if choice.isNew { act.nameStream(name) }
            return await rehearse(act)
        } catch {
            return .failure(fault(error))
        }
    }

    /// Seals on this side, and keeps the bidder's own copy with the rehearsal.
    private func rehearse(
        _ papers: BidForm.Papers, _ act: Act, of plan: FormPlan
    ) async -> Answer<Rehearsal> {
        do {
            var act = act
            let attached = try BidPapers(papers.content, attachmentsAt: papers.paths)
            let sealing = try await SealingDesk(board: board, ring: ring).seal(
                attached.content, pledged: papers.isPledged, attachments: attached.attachments,
                for: act.subject.id, of: act.stream.id)
            for (_, bytes) in sealing.attachments { act.documents?.take(bytes) }
            act.fields = sealing.fields
            return await rehearse(act).map { rehearsal in
                var rehearsal = rehearsal
                rehearsal.ownCopy = sealing.copy.ownCopy
                return rehearsal
            }
        } catch {
            return .failure(fault(error))
        }
    }

    /// What speaks against a form so far, and what would follow from it.
    func judge(
        _ plan: FormPlan, _ state: FormState, _ preset: FormPreset
    ) async -> FormJudgement {
        if plan.outline.context == BidForm.context {
            return FormJudgement(
                checks: BidForm.checks(
                    state.understood, file: preset.material.file, wording: await wording()))
        }
        guard let person, !plan.choice.sendsBack else { return FormJudgement() }
        let known = Set(plan.choice.option.fields.map(\.name))
        let understood = Record(
            state.content.standingDocuments(state.understood, plan.outline.context)
                .members.filter { known.contains($0.key) })
        var act = plan.choice.act(id: TimeOrderedID.next())
        let fields = act.fields.merging(preset.changes(understood))
        if plan.choice.isNew {
            act.fields = fields
            act.nameStream(state.understood[name: NewStream.name.name]?.string)
        }
        let request = CommandRequest(
            Command(
                stream: act.stream, subject: act.subject, name: act.command, fields: fields,
                person: person),
            id: act.id, at: instant)
        do {
            let wording = await wording()
            let guards = try await board.judge(request)
            let standing = Set(plan.choice.option.guards.map(\.name))
            // What only the program makes when the form is given is not there yet to be judged.
            let isMade = DeskCommand(act.command, of: act.subject.machine) != nil
            var judgement = FormJudgement(
                checks: guards.filter { !isMade || $0.breach == nil || standing.contains($0.name) }
                    .map { FormCheck($0.name, $0.breach, wording) })
            judgement.checks += openersCheck(plan, state)
            if judgement.isClear, plan.choice.option.completes,
                fields.firstFault(against: plan.choice.option.fields) == nil
            {
                judgement.follows = await follows(request, wording)
            }
            if judgement.isClear, let next = Self.next[act.command] {
                let guards = (try? await board.judge(next, after: request)) ?? []
                judgement.later = guards.filter { $0.breach != nil }.map {
                    FormCheck($0.name, $0.breach, wording)
                }
            }
            return judgement
        } catch {
            return FormJudgement(checks: [FormCheck(fault(error).words, fault: .empty)])
        }
    }

    /// How many persons with keys the command names (C9, G14): the log learns their keys alone.
    private func openersCheck(_ plan: FormPlan, _ state: FormState) -> [FormCheck] {
        guard plan.uses.contains(where: { $0.name == FormPlan.openerPersons.name }),
            let desk = DeskCommand(plan.choice.command, of: plan.choice.option.subject.machine)
        else { return [] }
        let named = Set(state.understood[FormPlan.openerPersons]).count
        let words = texts.text("tui.form.openers", ["count": String(desk.openers)])
        let fault = texts.text("tui.form.openers.named", ["count": String(named)])
        return [
            FormCheck(
                SafeText(words), fault: named == desk.openers ? nil : SafeText(fault),
                path: FormPlan.openerPersons.name)
        ]
    }

    /// What is recorded only so that something else can be, by command.
    private static let next = ["set-text": "agree"]

    /// What happens in consequence: an item that is excluded, a payout that is opened.
    private func follows(_ request: CommandRequest, _ wording: ValueWording) async -> [SafeText] {
        guard let events = try? await board.dryRun(request), let first = events.first else {
            return []
        }
        return events.filter { $0.event.rule != first.event.rule }.map {
            SafeText(
                wording.event($0.event.name) + " " + wording.object($0.event.subject) + " "
                    + $0.event.rule)
        }
    }

    /// Keeps a draft; why it could not be kept, where it could not.
    ///
    /// - Parameter turn: nil where nothing else is done to a draft of that name.
    func keep(_ draft: JSON, as name: String, in turn: DraftTurn? = nil) -> Fault? {
        do {
            let turn = turn ?? DraftTurn()
            try turn.take(draftKey(name)) { try drafts.keep(draft, as: name) }
            return nil
        } catch {
            return fault(error)
        }
    }

    /// Throws a draft away: what is still on its way to it does not come back.
    func discard(_ name: String, in turn: DraftTurn) {
        turn.take(draftKey(name)) { drafts.discard(name) }
    }

    /// Once a form's command is recorded its draft is thrown away; of a seal the bidder's own copy is
    /// kept before, since nobody else has one.
    ///
    /// - Returns: why the copy could not be kept; the draft is then left.
    func settle(_ plan: FormPlan, as choice: ActChoice, _ rehearsal: Rehearsal) -> Fault? {
        if let copy = rehearsal.ownCopy,
            let fault = keep(copy, as: BidForm.copyName(choice.stream, choice.option.subject))
        {
            return fault
        }
        discard(plan.draftName, in: DraftTurn())
        return nil
    }

    private func draftKey(_ name: String) -> String { (person ?? "") + "\n" + name }
}

extension FormContent {
    /// With a digest in the place of every document that is only named yet: a file is read when the form
    /// is given, and not at every key.
    fileprivate func standingDocuments(_ record: Record, _ context: String) -> Record {
        var members = record.members
        for field in fields where members[field.use.name] == nil {
            switch (field.use.shape, field.node) {
            case (.digest, .line(let editor)) where !editor.text.isEmpty:
                members[field.use.name] = Self.anyDigest
            case (.list(.digest), .list(_, let items)) where !items.isEmpty:
                members[field.use.name] = .array(items.map { _ in Self.anyDigest })
            default: break
            }
        }
        return Record(members)
    }

    private static let anyDigest = JSON.string(String(repeating: "0", count: 64))
}
