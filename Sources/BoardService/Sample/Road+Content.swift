import BoardDomain

/// What a bidder of this road offers.
extension Road {
    func content(of bid: Bid, in found: Case) -> BidContent {
        let terms = found.challenge.terms
        let place = bidders.firstIndex(of: bid.bidder) ?? 0
        // Whole yuan, a little below the budget, the same for the same bidder.
        let share = Int64(9700 - 150 * place)
        let amount = terms.budget.fen / 1_000_000 * share * 100
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
            approach: stage.county.approach(terms.chain, number + place),
            responses: terms.indicators.map { indicator in
                BidContent.Response(
                    indicator: Int64(indicator.number),
                    promised: indicator.target.map { "\($0) \(indicator.unit)" } ?? "√",
                    note: phrase("bidNote"))
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
                name: stage.cast.name(lead), phone: "0575-8600\(1000 + number % 9000)",
                email: lead + "@bidder.example"))
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
