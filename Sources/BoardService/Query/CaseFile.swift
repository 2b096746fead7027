import BoardDomain

/// A case as one viewer may see it: what a screen, a page or a program is made from.
///
/// Sections that the viewer may not see are absent, never empty: an empty list says that there is
/// nothing, and that may be a secret.
struct CaseFile {
    let found: Case
    let viewer: Viewer
    let version: Int
    let directory: Directory
    let context: Context

    var json: JSON {
        var file = head
        if CaseSight.seesTerms(found, viewer) {
            file["terms"] = terms
            // Bidders name it when they confirm under changed terms (B7).
            file["termsVersion"] = .integer(Int64(found.challenge.termsVersion))
        }
        if BidSight.seesCount(in: found, for: viewer, policy: context.policy) {
            let live = found.bids.all.filter { ![.draft, .lapsed, .withdrawn].contains($0.state) }
            file["bidCount"] = .integer(Int64(live.count))
        }
        let bids = self.bids
        if !bids.isEmpty { file["bids"] = .array(bids) }
        add(questions, "questions", to: &file)
        add(argument, "argument", to: &file)
        add(panels, "panels", to: &file)
        file["ownSeat"] = ownSeat
        add(sheets, "sheets", to: &file)
        add(divergences, "divergences", to: &file)
        add(notices, "notices", to: &file)
        add(objections, "objections", to: &file)
        if seesExecution {
            add(contracts, "contracts", to: &file)
            add(milestones, "milestones", to: &file)
            add(gates, "gates", to: &file)
            add(verifications, "verifications", to: &file)
            add(evaluations, "evaluations", to: &file)
            add(payouts, "payouts", to: &file)
        } else if found.challenge.awardedAt != nil {
            // A laboratory sees what it is to verify, a buyer what it is to confirm, of a restricted
            // challenge as well.
            add(verifications, "verifications", to: &file)
            add(boughtEvaluations, "evaluations", to: &file)
        }
        add(waiting, "waiting", to: &file)
        return .object(file)
    }

    private func add(_ section: [JSON], _ name: String, to file: inout [String: JSON]) {
        if !section.isEmpty { file[name] = .array(section) }
    }

    func name(of person: PersonID) -> String { directory.persons[person]?.name ?? person }
    func name(ofOrganisation code: String) -> String { directory.organisations[code]?.name ?? code }

    private var contacts: ContactSight {
        ContactSight(stream: StreamID(.challenge, found.id), found: found, viewer: viewer)
    }

    private var seesExecution: Bool { CaseSight.seesExecution(found, viewer) }

    private var head: [String: JSON] {
        let challenge = found.challenge
        var head: [String: JSON] = [
            "id": .string(found.id), "state": .string(challenge.state.rawValue),
            "title": .string(challenge.terms.title),
            "enterprise": .string(challenge.enterprise),
            "enterpriseName": .string(challenge.enterpriseName),
        ]
        head["remark"] = remark(on: challenge.reference)
        head["lane"] = challenge.state.lane.map { .string($0.rawValue) }
        head["edition"] = challenge.edition.isEmpty ? nil : .string(challenge.edition)
        head["publishedAt"] = challenge.publishedAt?.json
        head["deadline"] = challenge.deadline?.json
        head["awardedAt"] = challenge.awardedAt?.json
        head["concludedAt"] = challenge.concludedAt?.json
        head["cause"] = challenge.cause.isEmpty ? nil : .string(challenge.cause)
        head["predecessor"] = challenge.predecessor.map(JSON.string)
        head["successor"] = challenge.successor.map(JSON.string)
        if viewer.isOfficial || viewer.isEnterprise {
            head["termsDigest"] = challenge.termsDigest?.json
            head["assignee"] = challenge.assignee.map { .string(name(of: $0)) }
            head["contact"] = contacts.text(challenge.contact, of: challenge.reference)
            head["round"] = .integer(Int64(challenge.round))
            head["onBehalf"] = challenge.isOnBehalf ? true : nil
        }
        if viewer.isOfficial {
            // While bids come in, it would count them.
            if BidSight.Phase(of: challenge) >= .qualifying {
                head["version"] = .integer(Int64(version))
            }
            head["pool"] = challenge.pool.isEmpty ? nil : .string(challenge.pool)
            let openers = challenge.openers.map { JSON.string(name(of: $0.person)) }
            head["openers"] = openers.isEmpty ? nil : .array(openers)
        }
        return head
    }

    private var terms: JSON {
        var members = found.challenge.terms.record.members
        let isClose = viewer.isOfficial || viewer.isEnterprise
        // Whom the enterprise asks to keep away is between it and the bureau.
        if !isClose { members[F.avoidance.name] = nil }
        members["budget"] = found.challenge.terms.budget.json
        return .object(members)
    }

    private var bids: [JSON] {
        found.bids.all.compactMap { bid -> JSON? in
            let sight = BidSight.of(bid, in: found, for: viewer)
            guard sight.exists else { return nil }
            var entry: [String: JSON] = ["state": .string(bid.state.rawValue)]
            if sight.bidder {
                entry["id"] = .string(bid.id)
                entry["bidder"] = .string(bid.bidder)
                entry["bidderName"] = .string(name(ofOrganisation: bid.bidder))
                entry["sealedAt"] = bid.sealedAt?.json
                entry["commitment"] = bid.commitment?.json
                entry["remark"] = remark(on: bid.reference)
            } else {
                // Experts score “申报方 N” (§15), and their sheets name the bid by the same number.
                entry["anonymous"] = .string(bid.id)
            }
            if sight.amount, let content = bid.content {
                entry["amount"] = .integer(content.amountFen)
            }
            if sight.content, let content = bid.content {
                entry["content"] = sight.bidder ? content.json : content.anonymous
                entry["contact"] = contacts.text(bid.contact, of: bid.reference)
            }
            if sight.result {
                entry["rank"] = bid.rank.map { .integer(Int64($0)) }
                entry["total"] = bid.total.map { .string($0.text) }
            }
            return .object(entry)
        }
    }

    private var questions: [JSON] {
        found.questions.all.compactMap { question -> JSON? in
            let isOwn = viewer.organisations.contains(question.asker)
            let isAnswered = question.state == .answered
            guard viewer.isOfficial || viewer.isEnterprise || isOwn || isAnswered else {
                return nil
            }
            var entry: [String: JSON] = [
                "id": .string(question.id), "state": .string(question.state.rawValue),
                "question": .string(question.text),
            ]
            if !question.answer.isEmpty, viewer.isOfficial || viewer.isEnterprise || isAnswered {
                entry["answer"] = .string(question.answer)
            }
            return .object(entry)
        }
    }

    private var argument: [JSON] {
        let isClose =
            viewer.isOfficial || viewer.isEnterprise || viewer.capacities.contains(.argumentExpert)
        let seats = found.argumentSeats.all.filter { isClose || $0.person == viewer.person }
        return seats.map { seat -> JSON in
            var entry: [String: JSON] = [
                "id": .string(seat.id), "state": .string(seat.state.rawValue),
                "chair": .boolean(seat.isChair),
            ]
            if viewer.isOfficial || seat.person == viewer.person {
                entry["person"] = .string(name(of: seat.person))
                entry["vote"] = seat.vote.map { .string($0) }
            }
            return .object(entry)
        }
    }

    private var panels: [JSON] {
        let phase = BidSight.Phase(of: found.challenge)
        guard viewer.isOfficial || phase >= .noticed && viewer.isEnterprise else { return [] }
        return found.panels.all.map { panel -> JSON in
            let seats = found.seats.all.filter { $0.panel == panel.id }.map { seat -> JSON in
                [
                    "id": .string(seat.id), "state": .string(seat.state.rawValue),
                    "person": .string(viewer.isOfficial ? name(of: seat.person) : "–"),
                    "technical": .boolean(seat.isTechnical),
                    "chair": .boolean(panel.chair == seat.id),
                ]
            }
            return [
                "id": .string(panel.id), "state": .string(panel.state.rawValue),
                "round": .integer(Int64(panel.round)), "seats": .array(seats),
            ]
        }
    }

    /// The score sheets: an expert's own, all of them for the bureau once they have counted, and the
    /// lines on its own bid for a bidder after the award (§15).
    private var sheets: [JSON] {
        let phase = BidSight.Phase(of: found.challenge)
        return found.sheets.all.enumerated().compactMap { index, sheet -> JSON? in
            let person = found.seats[sheet.seat]?.person
            let isOwn = person != nil && person == viewer.person
            let isAll = isOwn || viewer.isOfficial && phase >= .noticed
            let lines = sheet.scores.filter { score in
                isAll
                    || found.bids[score.bid].map {
                        BidSight.of($0, in: found, for: viewer).sheets
                    } ?? false
            }
            guard isAll || !lines.isEmpty else { return nil }
            var entry: [String: JSON] = [
                "state": .string(sheet.state.rawValue), "round": .integer(Int64(sheet.round)),
                "scores": .array(lines.map(\.record.json)),
            ]
            if isAll { entry["id"] = .string(sheet.id) }
            // Which expert gave which score stays with the bureau.
            entry["expert"] =
                isAll ? person.map { .string(name(of: $0)) } : .string(String(index + 1))
            return .object(entry)
        }
    }

    private var waiting: [JSON] {
        found.docket.steps.compactMap { step -> JSON? in
            guard sees(step) else { return nil }
            return [
                "rule": .string(step.rule), "object": .string(step.subject.text),
                // Nobody signs what he has not read.
                "text": step.fields.json,
                "signed": .array(
                    step.given.map { entry in
                        .string(entry.signature.actor.person.map(name(of:)) ?? "")
                    }),
                "proposedAt": step.proposedAt.json,
            ]
        }
    }

    /// Why an object stands as it does, where somebody gave reasons and the viewer may read them.
    func remark(on object: ObjectReference) -> JSON? {
        guard let remark = found.docket.remarks[object],
            let event = Event(
                name: remark.event,
                payload: [
                    "rule": .string(remark.rule), "object": .string(object.text),
                    "fields": remark.fields.json, "as": .string(remark.by.capacity.rawValue),
                ], actor: remark.by.actor.person ?? "", organisation: remark.by.organisation,
                at: remark.at)
        else { return nil }
        let sight = EventSight.of(event, in: found, viewer)
        guard sight != .hidden else { return nil }
        var members = remark.fields.members
        members["what"] = .string(remark.event)
        members["at"] = remark.at.json
        if sight == .whole { members["who"] = remark.by.actor.person.map { .string(name(of: $0)) } }
        return .object(members)
    }

    private func sees(_ step: Docket.Step) -> Bool {
        switch step.subject.machine {
        // Who prepares a bid is hidden until it is opened, but from its own people.
        case .bid:
            let isOwn = found.bids[step.subject.id].map(viewer.isBidder) ?? false
            return isOwn
                || viewer.isOfficial && BidSight.Phase(of: found.challenge) >= .qualifying
        // Who is to judge, and who is kept from it, is between the bureau's people.
        case .panel, .seat, .sheet, .argumentSeat, .objection:
            return viewer.isOfficial
                || step.subject.machine == .panel && viewer.capacities.contains(.panelExpert)
        default:
            return EventSight.isBureaus(step.rule)
                ? viewer.isOfficial : CaseSight.isParty(to: step.subject, in: found, viewer)
        }
    }
}
