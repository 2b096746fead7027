// Bids, their opening, eligibility and the panel (B1–B24, C14–C19, P1–P16).

extension PolicyKey where Value == Int {
    /// Valid bids without which a call fails.
    package static var bidsMinValid: PolicyKey<Int> {
        PolicyKey("bids.minValid", .count, 1...100)
    }
    /// Hours to cure formal papers.
    package static var bidCureHours: PolicyKey<Int> {
        PolicyKey("bid.cureHours", .hours)
    }
    /// Bids kept in reserve.
    package static var reserveCount: PolicyKey<Int> {
        PolicyKey("reserve.count", .count, 0...100)
    }
    /// Workdays to open the bids after the deadline.
    package static var openWorkdays: PolicyKey<Int> {
        PolicyKey("open.workdays", .workdays)
    }
    /// Workdays to decide eligibility.
    package static var qualifyWorkdays: PolicyKey<Int> {
        PolicyKey("qualify.workdays", .workdays)
    }
    /// Workdays to publish a proposed result.
    package static var proposedWorkdays: PolicyKey<Int> {
        PolicyKey("proposed.workdays", .workdays)
    }
    /// Panel members, at least.
    package static var panelMin: PolicyKey<Int> {
        PolicyKey("panel.min", .count, 1...99)
    }
    /// Experts of one organisation, at most.
    package static var panelPerOrg: PolicyKey<Int> {
        PolicyKey("panel.perOrg", .count, 1...99)
    }
    /// Workdays for an invited expert to reply.
    package static var panelReplyWorkdays: PolicyKey<Int> {
        PolicyKey("panel.replyWorkdays", .workdays)
    }
    /// Workdays to lock a score sheet.
    package static var panelScoreWorkdays: PolicyKey<Int> {
        PolicyKey("panel.scoreWorkdays", .workdays)
    }
    /// Workdays to close the consensus.
    package static var panelConsensusWorkdays: PolicyKey<Int> {
        PolicyKey("panel.consensusWorkdays", .workdays)
    }
    /// Years for which co-authorship bars an expert.
    package static var coiCoauthorYears: PolicyKey<Int> {
        PolicyKey("coi.coauthorYears", .years, 0...100)
    }
    /// Years for which a shared organisation bars an expert.
    package static var coiSameOrgYears: PolicyKey<Int> {
        PolicyKey("coi.sameOrgYears", .years, 0...100)
    }
    /// Years for which a contract bars an expert.
    package static var coiContractYears: PolicyKey<Int> {
        PolicyKey("coi.contractYears", .years, 0...100)
    }
    /// Experts a party may ask to avoid, at most.
    package static var coiAvoidMax: PolicyKey<Int> {
        PolicyKey("coi.avoidMax", .count, 0...100)
    }
    /// Points of 100 without which no bid is proposed.
    package static var scoreThreshold: PolicyKey<Int> {
        PolicyKey("score.threshold", .points, 0...100)
    }
    /// Points of 100 below which a criterion needs a comment.
    package static var scoreCommentBelow: PolicyKey<Int> {
        PolicyKey("score.commentBelow", .points, 0...100)
    }
    /// Points of 100 past which divergence is flagged.
    package static var scoreDivergence: PolicyKey<Int> {
        PolicyKey("score.divergence", .points, 1...100)
    }
    /// Experts from which a trimmed mean may be listed.
    package static var scoreTrimMinExperts: PolicyKey<Int> {
        PolicyKey("score.trimMinExperts", .count, 3...99)
    }
    /// Members of the ethics committee, at least.
    package static var ethicsMinMembers: PolicyKey<Int> {
        PolicyKey("ethics.minMembers", .count, 1...99)
    }
    /// Ethics members present, at least.
    package static var ethicsQuorum: PolicyKey<Int> {
        PolicyKey("ethics.quorum", .count, 1...99)
    }
    /// Calendar days to decide an ethics review.
    package static var ethicsDays: PolicyKey<Int> {
        PolicyKey("ethics.days", .days)
    }
}

extension PolicyKey where Value == Bool {
    /// Whether the number of sealed bids is shown before the deadline.
    package static var bidShowCount: PolicyKey<Bool> {
        PolicyKey("bid.showCount", .flag)
    }
    /// Whether a call needs an offline recovery key.
    package static var recoveryRequired: PolicyKey<Bool> {
        PolicyKey("recovery.required", .flag)
    }
    /// Whether a panel must be odd in number.
    package static var panelOdd: PolicyKey<Bool> {
        PolicyKey("panel.odd", .flag)
    }
}

extension PolicyKey where Value == Fraction {
    /// Share of technical and economic experts, at least.
    package static var panelTechnicalShare: PolicyKey<Fraction> {
        PolicyKey("panel.technicalShare", .fraction)
    }
    /// Share of votes for an ethics approval.
    package static var ethicsVoteShare: PolicyKey<Fraction> {
        PolicyKey("ethics.voteShare", .fraction)
    }
}

extension PolicyKey where Value == EthicsReview {
    /// Which challenges need an ethics review.
    package static var ethicsReview: PolicyKey<EthicsReview> {
        PolicyKey("ethics.review", .choice)
    }
}
