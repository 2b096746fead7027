import BoardDomain

/// What a bidder of this road offers.
extension Road {
    func content(of bid: Bid, in found: Case) -> BidContent {
        let terms = found.challenge.terms
        let place = bidders.firstIndex(of: bid.bidder) ?? 0
        // Each counts its own costs: whole hundreds of yuan, the same for the same bidder.
        var own = Dice(seed: UInt64(number), part: place + 1)
        let share = Int64(own.roll(8560...9960))
        let amount = terms.budget.fen * share / 10_000 / 10_000 * 10_000
        let ambition = max(0, 5 - 2 * place)
        let county = min(terms.countyShare.fen, amount * terms.countyShare.fen / terms.budget.fen)
        let lead = (try? bidder(bid.bidder)) ?? ""
        let months = Int64(script.months)
        // The weakest bidder takes the next weaker one along, who bids itself.
        let isTwice = plan.turns.contains(.memberTwice) && place > 1 && place == bidders.count - 1
        let partner = isTwice ? bidders[place - 1] : partner(place)
        var members = [
            BidContent.Member(
                creditCode: bid.bidder, name: organisationName(bid.bidder),
                basisPoints: partner == nil ? 10_000 : 7000)
        ]
        if let partner {
            members.append(
                BidContent.Member(
                    creditCode: partner, name: organisationName(partner), basisPoints: 3000))
        }
        return BidContent(
            amountFen: amount, countyShareFen: county, periodMonths: months,
            approach: approach(place),
            responses: terms.indicators.map { indicator in
                BidContent.Response(
                    indicator: Int64(indicator.number),
                    promised: promise(indicator, ahead: own.roll(0...ambition)),
                    note: phrase(
                        "bidNote.\((place + indicator.number) % 4)",
                        means(of: indicator, in: terms.indicators)))
            },
            consortium: members,
            team: [
                BidContent.Person(
                    name: stage.cast.name(lead), role: phrase("teamLead"),
                    organisation: organisationName(bid.bidder))
            ],
            readinessNow: Int64(terms.readinessNow ?? 3),
            milestonesProposed: [
                BidContent.Milestone(
                    title: phrase("milestoneDesign"), months: max(1, months / 4), basisPoints: 3000),
                BidContent.Milestone(
                    title: phrase("milestoneVerify"), months: max(2, months * 3 / 4),
                    basisPoints: 4500),
                BidContent.Milestone(
                    title: phrase("milestoneDeliver"), months: max(3, months), basisPoints: 2500),
            ],
            tradeSecret: place == 1,
            contact: BidContent.Contact(
                name: stage.cast.name(lead),
                phone: "0575-8600\(1000 + (number * 37 + place * 1301) % 9000)",
                email: lead + "@bidder.example"))
    }

    /// The way to the goal: this challenge's own indicators, by the means of its chain.
    private func approach(_ place: Int) -> String {
        phrase("approach.\((number + place) % 6)", focus)
            + stage.county.approach(script.terms[F.chain, default: ""], number + place)
    }

    /// How it is measured, for a text that says “by” itself; “the same” and “—” as the list has them are of no use in a bid.
    func means(of indicator: Indicator, in all: [Indicator]) -> [String: String] {
        let first = all.first ?? indicator
        let isSame = indicator.method.hasPrefix("同上")
        let isPlain = indicator.instrument.isEmpty || ["—", "同上"].contains(indicator.instrument)
        let method = isSame ? first.method : indicator.method
        return [
            "method": method.hasPrefix("按") ? String(method.dropFirst()) : method,
            "instrument": isPlain ? phrase("plainInstrument") : indicator.instrument,
        ]
    }

    /// The target, or some per cent better.
    private func promise(_ indicator: Indicator, ahead: Int) -> String {
        guard let target = indicator.target else { return "√" }
        let value = Reading(
            target: target, comparator: indicator.comparator, unit: indicator.unit, margin: ahead)
        let text = ahead == 0 ? target : value?.text ?? target
        return indicator.unit.isEmpty ? text : "\(text) \(indicator.unit)"
    }

    /// A partner who bids nowhere on this road.
    private func partner(_ place: Int) -> String? {
        guard place == 0 else { return nil }
        let chain = script.terms[F.chain, default: ""]
        return stage.cast.organisations(with: .bidder).first { code in
            !bidders.contains(code)
                && stage.county.organisation(code)?.chains.contains(chain) ?? false
        }
    }
}
