import BoardDomain

/// Notices, contracts and what follows from them.
extension CaseFile {
    var notices: [JSON] {
        found.notices.all.map { notice -> JSON in
            var entry: [String: JSON] = [
                "id": .string(notice.id), "state": .string(notice.state.rawValue),
                "kind": notice.kind.json, "object": notice.object.json, "start": notice.start.json,
                "end": notice.end.json, "provisional": .boolean(notice.isProvisional),
                "text": .string(notice.text),
            ]
            if !notice.reasons.isEmpty { entry["reasons"] = .string(notice.reasons) }
            if !notice.channel.isEmpty { entry["channel"] = .string(notice.channel) }
            let winners = self.winners(of: notice)
            if !winners.isEmpty { entry["winners"] = .array(winners) }
            return .object(entry)
        }
    }

    /// Winner, amount and score beside the words of the bureau (C20); not while the case is
    /// evaluated anew, when nobody may know who bids (§15).
    private func winners(of notice: Notice) -> [JSON] {
        guard BidSight.Phase(of: found.challenge) >= .noticed else { return [] }
        return notice.winners.compactMap { found.bids[$0] }.map { bid -> JSON in
            var entry: [String: JSON] = [
                "bidder": .string(bid.bidder),
                "bidderName": .string(name(ofOrganisation: bid.bidder)),
            ]
            entry["rank"] = bid.rank.map { .integer(Int64($0)) }
            entry["amount"] = bid.content.map { .integer($0.amountFen) }
            entry["total"] = bid.total.map { .string($0.text) }
            return .object(entry)
        }
    }

    var objections: [JSON] {
        found.objections.all.compactMap { objection -> JSON? in
            let sight = CaseSight.sight(of: objection, in: found, viewer)
            guard sight != .hidden else { return nil }
            var entry: [String: JSON] = [
                "id": .string(objection.id), "state": .string(objection.state.rawValue),
                "object": objection.object.json, "hold": .boolean(objection.hold),
                "facts": .string(objection.facts), "basis": .string(objection.basis),
            ]
            if sight == .whole { entry["filer"] = .string(name(of: objection.filer)) }
            if !objection.request.isEmpty { entry["request"] = .string(objection.request) }
            if !objection.evidence.isEmpty { entry["evidence"] = objection.evidence.json }
            entry["defenceUntil"] = objection.defenceUntil?.json
            entry["result"] = objection.result?.json
            entry["remedy"] = objection.remedy?.json
            return .object(entry)
        }
    }

    func isParty(to object: ObjectReference) -> Bool {
        CaseSight.isParty(to: object, in: found, viewer)
    }

    var contracts: [JSON] {
        found.contracts.all.filter { CaseSight.sees($0, viewer) }.map { contract -> JSON in
            var entry: [String: JSON] = [
                "id": .string(contract.id), "state": .string(contract.state.rawValue),
                "bidder": .string(contract.bidder),
                "bidderName": .string(name(ofOrganisation: contract.bidder)),
                "amount": contract.amount.json, "lane": .integer(Int64(contract.lane)),
            ]
            entry["remark"] = remark(on: contract.reference)
            if CaseSight.isParty(to: contract, viewer) {
                entry["countyShare"] = contract.countyShare.json
                entry["enterpriseShare"] = contract.enterpriseShare.json
                entry["effectiveAt"] = contract.effectiveAt?.json
                entry["text"] = contract.text.record.json
                entry["amendment"] = contract.amendment.map { Self.change($0, of: contract) }
            }
            return .object(entry)
        }
    }

    /// What would change and why: nobody signs it without what stands there until now (K11).
    private static func change(_ amendment: Amendment, of contract: Contract) -> JSON {
        let before = contract.text.record.members.filter {
            amendment.changes.members[$0.key] != nil
        }
        var change: [String: JSON] = [
            "kind": amendment.kind.json, "party": amendment.proposer.json,
            "proposedAt": amendment.proposedAt.json, "summary": .string(amendment.summary),
        ]
        if !amendment.changes.isEmpty {
            change["before"] = .object(before)
            change["changes"] = amendment.changes.json
        }
        if !amendment.indicatorChanges.isEmpty {
            change["indicatorChanges"] = amendment.indicatorChanges.json
        }
        return .object(change)
    }

    var milestones: [JSON] {
        found.milestones.all.map { milestone -> JSON in
            var entry: [String: JSON] = [
                "id": .string(milestone.id), "state": .string(milestone.state.rawValue),
                "title": .string(milestone.title), "due": milestone.due.json,
            ]
            entry["remark"] = remark(on: milestone.reference)
            if isParty(to: milestone.reference) {
                entry["basisPoints"] = .integer(Int64(milestone.basisPoints))
                entry["gate"] = .boolean(milestone.isGate)
                entry["needsVerification"] = .boolean(milestone.needsVerification)
                entry["requestedDue"] = milestone.requestedDue?.json
                entry["verification"] = milestone.verification.map(JSON.string)
                if !milestone.evidence.isEmpty {
                    entry["evidence"] = .array(milestone.evidence.map(\.record.json))
                }
            }
            return .object(entry)
        }
    }

    /// For the parties alone, as its events are: a lane's place among the others is no one else's.
    var gates: [JSON] {
        found.gates.all.filter { isParty(to: $0.reference) }.map { gate -> JSON in
            var entry: [String: JSON] = [
                "id": .string(gate.id), "state": .string(gate.state.rawValue),
                "sequence": .integer(Int64(gate.sequence)),
            ]
            if !gate.ranking.isEmpty {
                entry["ranking"] = .array(gate.ranking.map(\.record.json))
            }
            return .object(entry)
        }
    }

    var payouts: [JSON] {
        found.payouts.all.compactMap { payout -> JSON? in
            guard isParty(to: payout.reference) || CaseSight.isPublic(payout) else { return nil }
            var entry: [String: JSON] = [
                "id": .string(payout.id), "state": .string(payout.state.rawValue),
                "amount": payout.amount.json, "payee": .string(payout.payee),
                "payeeName": .string(name(ofOrganisation: payout.payee)),
            ]
            entry["remark"] = remark(on: payout.reference)
            let entitlement = found.entitlements[payout.entitlement]
            entry["contract"] = entitlement?.contract.map(JSON.string)
            entry["milestone"] = entitlement?.milestone.map(JSON.string)
            if viewer.isOfficial || viewer.organisations.contains(payout.payee) {
                entry["account"] = payout.account.map(\.record.json)
            }
            if viewer.isOfficial {
                entry["entitlement"] = .string(payout.entitlement)
                entry["pool"] = .string(payout.pool)
                entry["queueRank"] = payout.rank.map { .integer(Int64($0)) }
            }
            return .object(entry)
        }
    }
}
