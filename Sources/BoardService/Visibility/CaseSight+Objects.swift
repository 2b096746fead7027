import BoardDomain

extension CaseSight {
    /// Whether a viewer who sees the case may know that one of its objects is there: as `show` and
    /// `timeline` tell it (§15).
    static func knows(_ object: ObjectReference, in found: Case, _ viewer: Viewer) -> Bool {
        let phase = BidSight.Phase(of: found.challenge)
        switch object.machine {
        case .challenge, .notice: return true
        case .bid:
            return found.bids[object.id]
                .map { BidSight.of($0, in: found, for: viewer).exists } ?? false
        case .question:
            guard let question = found.questions[object.id] else { return false }
            return viewer.isOfficial || viewer.isEnterprise || question.state == .answered
                || viewer.organisations.contains(question.asker)
        case .argumentSeat:
            return viewer.isOfficial || viewer.isEnterprise
                || viewer.capacities.contains(.argumentExpert)
                || found.argumentSeats[object.id]?.person == viewer.person
        case .panel:
            return viewer.isOfficial || viewer.capacities.contains(.panelExpert)
                || phase >= .noticed
        case .seat:
            return viewer.isOfficial || isOwn(found.seats[object.id], viewer)
                || viewer.isEnterprise && phase >= .noticed
        case .sheet:
            let seat = found.sheets[object.id].flatMap { found.seats[$0.seat] }
            return viewer.isOfficial || isOwn(seat, viewer)
        case .objection:
            return found.objections[object.id]
                .map { sight(of: $0, in: found, viewer) != .hidden } ?? false
        case .contract: return found.contracts[object.id].map { sees($0, viewer) } ?? false
        case .milestone: return seesExecution(found, viewer)
        case .verification:
            return found.verifications[object.id].map { sees($0, in: found, viewer) } ?? false
        case .evaluation:
            return seesExecution(found, viewer)
                || found.evidence.all.contains {
                    $0.evaluation == object.id && isBuyer(of: $0, viewer)
                }
        case .evidence:
            return isParty(to: object, in: found, viewer)
                || found.evidence[object.id].map { isBuyer(of: $0, viewer) } ?? false
        case .gate, .entitlement: return isParty(to: object, in: found, viewer)
        case .payout:
            return isParty(to: object, in: found, viewer)
                || found.payouts[object.id].map(isPublic) ?? false
        case .pool, .sanction, .organisation, .appointment, .handover, .person, .calendar:
            return false
        }
    }

    private static func isOwn(_ seat: Seat?, _ viewer: Viewer) -> Bool {
        seat.map { $0.person == viewer.person } ?? false
    }

    private static func isBuyer(of item: Evidence, _ viewer: Viewer) -> Bool {
        viewer.organisations.contains(item.counterparty)
    }
}
