@testable import BoardDomain

extension Invariants {
    /// What has to be so when a panel, an award or a milestone is decided.
    func decisions(_ event: Event, in stream: StreamID) -> [String] {
        guard let found = after.world[stream].aggregate as? Case else { return [] }
        switch event.type {
        case .scoresLocked: return lock(event, found)
        case .scoresRevealed: return reveal(found)
        case .rankingComputed: return ranking(event, found)
        case .awardConfirmed: return award(event, found)
        case .milestoneApproved: return approval(event, found)
        case .evidenceSubmitted: return evidence(found)
        default: return []
        }
    }

    /// I12: no sheet of an expert who has not declared, or who has left.
    private func lock(_ event: Event, _ found: Case) -> [String] {
        let seat = found.sheets[event.subject.id].flatMap { found.seats[$0.seat] }
        let isOwn = seat?.person == event.by.actor.person
        return seat?.state == .declared && isOwn ? [] : ["I12: sheet \(event.subject.id)"]
    }

    /// I13: an odd panel, large enough, and two thirds of it technical.
    private func reveal(_ found: Case) -> [String] {
        guard let panel = found.panels.last else { return ["I13: no panel"] }
        let seats = found.liveSeats(of: panel)
        let technical = seats.count(where: \.isTechnical)
        let holds =
            seats.count >= after.policy[.panelMin] && !seats.count.isMultiple(of: 2)
            && technical * 3 >= seats.count * 2
        return holds ? [] : ["I13: \(technical) technical of \(seats.count)"]
    }

    /// I14: the order of the means of the locked sheets, best first.
    private func ranking(_ event: Event, _ found: Case) -> [String] {
        let lines = event.fields[F.ranking]
        let turn = Turn(
            world: before.world, context: before.context, stream: StreamID(.challenge, found.id),
            subject: ObjectReference(.challenge), row: before.engine.table.rows[0])
        guard let again = try? Ranking.compute(turn) else { return ["I14: not computed again"] }
        return lines == again ? [] : ["I14: another ranking"]
    }

    /// I15: awarded after the notice's end, which is not provisional, with no objection open.
    private func award(_ event: Event, _ found: Case) -> [String] {
        let notice = found.notices.all.last { $0.kind == .result && $0.state == .ended }
        guard let notice, notice.end <= event.at, !notice.isProvisional else {
            return ["I15: awarded without a notice that ended"]
        }
        let isOpen = found.objections.all.contains {
            $0.isOpen && $0.object == notice.reference
        }
        return isOpen ? ["I15: awarded over an objection"] : []
    }

    /// I20: a milestone that is to be verified has a passed verification of a frozen protocol.
    private func approval(_ event: Event, _ found: Case) -> [String] {
        guard event.state == MilestoneState.met.rawValue,
            let milestone = found.milestones[event.subject.id], milestone.needsVerification
        else { return [] }
        guard let id = milestone.verification, let verification = found.verifications[id],
            verification.passed == true, let frozen = verification.frozenAt,
            verification.runs.allSatisfy({ frozen <= $0.startedAt })
        else { return ["I20: \(milestone.id) met without a verification"] }
        return []
    }

    /// I24: a document stands once.
    private func evidence(_ found: Case) -> [String] {
        let live = found.evidence.all.filter {
            ![.withdrawn, .refused, .excluded].contains($0.state) && !$0.number.isEmpty
        }
        let keys = live.map { "\($0.kind) \($0.number)" }
        return Set(keys).count == keys.count ? [] : ["I24: a document stands twice"]
    }
}
