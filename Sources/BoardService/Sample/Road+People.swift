import BoardDomain

/// Who acts on this road: its enterprise's people, and officials spread over all roads.
extension Road {
    var enterprise: PersonID {
        get throws { try stage.cast.one(.enterprise, of: script.enterprise) }
    }
    var signatory: PersonID { get throws { try stage.cast.one(.signatory, of: script.enterprise) } }
    var workshop: PersonID { get throws { try stage.cast.one(.workshop, of: script.enterprise) } }
    /// Whoever the case is assigned to; before, whoever will take it.
    var officer: PersonID {
        get throws { try assignee ?? stage.cast.one(.caseOfficer, number) }
    }
    var reviewer: PersonID { get throws { try stage.cast.one(.reviewer, number) } }
    var liaison: PersonID { get throws { try stage.cast.one(.liaison, number) } }
    var finance: PersonID { get throws { try stage.cast.one(.financeReviewer, number) } }
    var payer: PersonID { get throws { try stage.cast.one(.payer, number) } }
    /// Opens the bids with the case officer, witnesses the draw and co-signs.
    var witness: PersonID { get throws { try stage.cast.one(.supervisor, number) } }
    /// Decides objections, and acts on nothing else in the case.
    var arbiter: PersonID { get throws { try stage.cast.one(.supervisor, number + 1) } }
    /// Decides appeals.
    var appellate: PersonID { get throws { try stage.cast.one(.supervisor, number + 2) } }

    /// Acts on nothing of a case, as long as there is no need.
    var registrar: PersonID { get throws { try stage.cast.one(.supervisor, number + 3) } }

    func bidder(_ code: String) throws -> PersonID { try stage.cast.one(.bidder, of: code) }
    func bidderSignatory(_ code: String) throws -> PersonID {
        try stage.cast.one(.signatory, of: code)
    }

    /// Laboratories that know the chain, the first for verifications, the next for retests.
    func laboratory(_ index: Int = 0) throws -> (code: String, person: PersonID) {
        let chain = script.terms[F.chain, default: ""]
        let codes = stage.cast.organisations(with: .laboratory)
        let known = codes.filter { stage.county.organisation($0)?.chains.contains(chain) ?? false }
        let order = known + codes.filter { !known.contains($0) }
        guard !order.isEmpty else { throw SampleFault.nobody(.laboratory) }
        let code = order[index % order.count]
        return (code, try stage.cast.one(.laboratory, of: code))
    }

    /// Those of the chain who may bid, in an order of this road's own.
    static func chooseBidders(
        _ script: County.Challenge, stage: Stage, dice: inout Dice
    ) -> [String] {
        let chain = script.terms[F.chain, default: ""]
        let all = stage.cast.organisations(with: .bidder)
        let fit = all.filter { code in
            stage.county.organisation(code)?.chains.contains(chain) ?? false
        }
        let isRace = script.terms[F.mode] == .racing
        let wanted = isRace ? 4 : dice.roll(3...4)
        return Array(dice.shuffled(fit).prefix(wanted))
    }
}
