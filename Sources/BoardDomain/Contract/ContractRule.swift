/// One demand on the text of a contract (§7), made when the parties agree and of every amendment.
struct ContractRule: Sendable {
    let name: String
    let breach: @Sendable (ContractText, Contract, Turn) -> Breach?

    /// As a guard on the text that stands.
    var onAgreement: Guard {
        .standing(name) { turn in
            turn.ownContract.flatMap { breach($0.text, $0, turn) }
        }
    }

    /// As a guard on the text that a proposed amendment would leave.
    var onProposal: Guard {
        .input(name) { turn in
            turn.ownContract.flatMap {
                let changes = turn.fields[F.indicatorChanges]
                return breach($0.text.merging(turn.fields), $0.changing(changes), turn)
            }
        }
    }

    /// As a guard on the text that the pending amendment would leave.
    var onAmendment: Guard {
        .standing(name) { turn in
            turn.ownContract.flatMap { contract in
                contract.amendment.flatMap {
                    breach(
                        contract.text.merging($0.changes),
                        contract.changing($0.indicatorChanges), turn)
                }
            }
        }
    }

    static let all: [ContractRule] = [
        complete, amountWithinBid, sharesAddUp, milestonesAddUp, milestonesInOrder,
        durationWithinLimit, mustsBound, readinessRises, leadOfBidder, budgetSound, raceHasGate,
    ]

    private static let complete = ContractRule(name: "contractComplete") { text, _, _ in
        let missing = ContractText.mandatory.filter { text.record[name: $0] == nil }
        guard !missing.isEmpty else { return nil }
        return Breach(
            .contractSilent, given: .array(missing.map(JSON.string)),
            accepted: .array(ContractText.mandatory.map(JSON.string)))
    }

    /// I16: contract ≤ bid ≤ 榜额; the county pays no more than the bid asked of it and the list
    /// offers.
    private static let amountWithinBid = ContractRule(name: "amountWithinBid") {
        text, contract, turn in
        let terms = turn.case.challenge.terms
        let bid = turn.case.bids[contract.bid]?.content
        let most = min(bid.map { Money(fen: $0.amountFen) } ?? terms.budget, terms.budget)
        if text.amount > most || text.amount == .zero {
            return Breach(.amountAboveBid, given: text.amount.json, accepted: most.json)
        }
        let county = min(
            bid.map { Money(fen: $0.countyShareFen) } ?? terms.countyShare, terms.countyShare)
        return text.countyShare > county
            ? Breach(.countyShareAboveBid, given: text.countyShare.json, accepted: county.json)
            : nil
    }

    private static let sharesAddUp = ContractRule(name: "sharesAddUp") { text, _, _ in
        let sum = [text.enterpriseShare, text.countyShare, text.provinceShare].sum()
        return sum == text.amount
            ? nil
            : Breach(
                .sharesDoNotAddUp, given: sum?.json ?? .string("–"), accepted: text.amount.json)
    }

    /// I17, scenario 8: 30 %, 30 % and 39.99 % are refused.
    private static let milestonesAddUp = ContractRule(name: "milestonesAddUp") { text, _, _ in
        let sum = text.plans.reduce(0) { $0 + $1.basisPoints }
        let whole = BasisPoints.whole.value
        return sum == whole
            ? nil
            : Breach(
                .milestoneSharesNotWhole, given: .integer(Int64(sum)),
                accepted: .integer(Int64(whole)))
    }

    private static let milestonesInOrder = ContractRule(name: "milestonesInOrder") { text, _, _ in
        let plans = text.plans
        let numbers = plans.map(\.sequence)
        guard numbers == Array(1...max(1, plans.count)) else {
            return Breach(
                .milestonesOutOfOrder, given: numbers.json,
                accepted: Array(1...max(1, plans.count)).json)
        }
        for (earlier, later) in zip(plans, plans.dropFirst()) where later.due <= earlier.due {
            return Breach(
                .milestoneDatesNotRising, given: later.due.json,
                accepted: earlier.due.adding(1).json,
                ["sequence": .integer(Int64(later.sequence))])
        }
        return nil
    }

    private static let durationWithinLimit = ContractRule(
        name: "durationWithinLimit"
    ) { text, contract, turn in
        guard let last = text.plans.last?.due else { return nil }
        let start = (contract.effectiveAt ?? turn.now).day
        let latest = start.adding(turn.policy[.milestoneMaxDurationDays])
        guard last > start, last <= latest else {
            return Breach(.durationTooLong, given: last.json, accepted: latest.json)
        }
        return nil
    }

    /// Every *must* is shown at a milestone with a verification (§7).
    private static let mustsBound = ContractRule(name: "mustsBound") { text, contract, turn in
        let bound = Set(
            text.plans.lazy.filter { $0.needsVerification && !$0.indicators.isEmpty }
                .flatMap(\.indicators))
        let terms = turn.case.challenge.terms
        let musts = contract.musts(of: terms)
        if let stranger = text.plans.flatMap(\.indicators).first(where: { number in
            !terms.indicators.contains { $0.number == number }
        }) {
            return Breach(
                .indicatorUnknown, given: .integer(Int64(stranger)),
                accepted: terms.indicators.map(\.number).json)
        }
        let loose = musts.filter { !bound.contains($0) }
        return loose.isEmpty
            ? nil : Breach(.mustsNotBound, given: loose.json, accepted: musts.json)
    }

    /// A later milestone never plans a lower readiness level than an earlier one (§8).
    private static let readinessRises = ContractRule(name: "readinessRises") { text, _, _ in
        let levels = text.plans.compactMap(\.readiness)
        return zip(levels, levels.dropFirst()).contains { $1 < $0 }
            ? Breach(.planReadinessFalls, given: levels.json, accepted: levels.sorted().json) : nil
    }

    /// The lead belongs to the bidder: he signs the pledge.
    private static let leadOfBidder = ContractRule(name: "leadOfBidder") { text, contract, turn in
        guard let lead = text.lead else { return nil }
        let held = turn.world.directory.appointments(of: lead, at: turn.now)
        return held.contains { $0.organisation == contract.bidder && $0.role == .bidder }
            ? nil
            : Breach(.leadNotOfBidder, given: .string(lead), accepted: .string(contract.bidder))
    }

    /// 包干制: no lines, but the pledge and the exclusion list; else lines that come to the amount.
    private static let budgetSound = ContractRule(name: "budgetSound") { text, _, _ in
        if text.isLumpSum {
            guard text.record[F.lumpSumPledge] == true, text.record[F.exclusionsKept] == true
            else {
                return Breach(
                    .lumpSumWithoutPledge, given: .boolean(false), accepted: .boolean(true))
            }
            return nil
        }
        let sum = text.budgetLines.map(\.amount).sum()
        return sum == text.amount
            ? nil
            : Breach(
                .budgetDoesNotAddUp, given: sum?.json ?? .string("–"), accepted: text.amount.json)
    }

    /// All lanes of a race meet at the same gates (M20).
    private static let raceHasGate = ContractRule(name: "raceHasGate") { text, contract, turn in
        guard turn.case.challenge.terms.mode == .racing else { return nil }
        let gates = text.plans.filter(\.isGate).map(\.sequence)
        let other = turn.case.contracts.all.first {
            $0.id != contract.id && $0.isLive && $0.version > 0
        }
        let wanted = other.map { $0.plans.filter(\.isGate).map(\.sequence) }
        if gates.isEmpty || wanted.map({ $0 != gates }) == true {
            return Breach(
                .raceGatesDiffer, given: gates.json, accepted: wanted?.json ?? .string("≥ 1"))
        }
        return nil
    }
}

extension RefusalCode {
    package static let contractSilent = RefusalCode("contractSilent")
    package static let amountAboveBid = RefusalCode("amountAboveBid")
    package static let countyShareAboveBid = RefusalCode("countyShareAboveBid")
    package static let sharesDoNotAddUp = RefusalCode("sharesDoNotAddUp")
    package static let milestoneSharesNotWhole = RefusalCode("milestoneSharesNotWhole")
    package static let milestonesOutOfOrder = RefusalCode("milestonesOutOfOrder")
    package static let milestoneDatesNotRising = RefusalCode("milestoneDatesNotRising")
    package static let durationTooLong = RefusalCode("durationTooLong")
    package static let indicatorUnknown = RefusalCode("indicatorUnknown")
    package static let mustsNotBound = RefusalCode("mustsNotBound")
    package static let planReadinessFalls = RefusalCode("planReadinessFalls")
    package static let leadNotOfBidder = RefusalCode("leadNotOfBidder")
    package static let lumpSumWithoutPledge = RefusalCode("lumpSumWithoutPledge")
    package static let budgetDoesNotAddUp = RefusalCode("budgetDoesNotAddUp")
    package static let raceGatesDiffer = RefusalCode("raceGatesDiffer")
}
