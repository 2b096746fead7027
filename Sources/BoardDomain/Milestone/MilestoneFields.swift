/// What a case officer recommends, item by item checked (M9).
package enum Recommendation: String, ChoiceValue { case met, partiallyMet, notMet }

/// What a document of a delivery is.
package enum MilestoneEvidenceKind: String, ChoiceValue {
    case report, testRecord, sample, software, finance, other
}

/// One document of a delivery, by its digest.
package struct MilestoneEvidence: RecordValue {
    package let title: String
    package let digest: Digest
    package let kind: MilestoneEvidenceKind
    /// The readiness level that it is evidence for; nil for none.
    package let readiness: Int?

    package static let title = Field<String>("title", .text(200))
    package static let digest = Field<Digest>("digest")
    package static let kind = Field<MilestoneEvidenceKind>("kind")

    package static let fields: [FieldUse] = [
        .required(title), .required(digest), .required(kind), .optional(MilestonePlan.readiness),
    ]

    package init?(record: Record) {
        guard let title = record[Self.title], let digest = record[Self.digest],
            let kind = record[Self.kind]
        else { return nil }
        self.title = title
        self.digest = digest
        self.kind = kind
        readiness = record[MilestonePlan.readiness]
    }

    package var record: Record {
        Record {
            $0[Self.title] = title
            $0[Self.digest] = digest
            $0[Self.kind] = kind
            $0[MilestonePlan.readiness] = readiness
        }
    }
}

/// The place of a lane at a race's gate (M21).
package struct RaceLine: RecordValue {
    package let contract: String
    /// From 1.
    package let rank: Int
    package let isKept: Bool

    package static let contract = Field<String>("contract", .text(20))
    package static let rank = Field<Int>("rank")
    package static let kept = Field<Bool>("kept")

    package static let fields: [FieldUse] = [.required(contract), .required(rank), .required(kept)]

    package init(contract: String, rank: Int, isKept: Bool) {
        self.contract = contract
        self.rank = rank
        self.isKept = isKept
    }

    package init?(record: Record) {
        guard let contract = record[Self.contract], let rank = record[Self.rank],
            let isKept = record[Self.kept]
        else { return nil }
        self.init(contract: contract, rank: rank, isKept: isKept)
    }

    package var record: Record {
        Record {
            $0[Self.contract] = contract
            $0[Self.rank] = rank
            $0[Self.kept] = isKept
        }
    }
}

extension F {
    package static let milestonePlan = Field<MilestonePlan>("plan")
    package static let milestoneVersion = Field<Int>("submission")
    package static let milestoneEvidence = Field<[MilestoneEvidence]>("evidence")
    /// The readiness level that a delivery claims.
    package static let readinessClaimed = Field<Int>("readiness", .integer(1...9))
    package static let attachedVerification = Field<String>("verification", .text(20))
    package static let verificationPassed = Field<Bool>("passed")
    /// What was missing or wrong, item by item.
    package static let items = Field<[ItemReason]>("items")
    /// Of the contract's amount, like the milestone's own basis points.
    package static let acceptedBasisPoints = Field<Int>("basisPoints", .basisPoints)
    /// All that has been approved of the milestone, of the contract's amount.
    package static let approvedBasisPoints = Field<Int>("approvedBasisPoints", .basisPoints)
    /// What this approval adds to the ones before.
    package static let addedBasisPoints = Field<Int>("addedBasisPoints", .basisPoints)
    package static let recommendation = Field<Recommendation>("recommendation")
    package static let evidenceChecked = Field<Bool>("evidenceChecked")
    /// The line of the contract's budget that the money is for; a lump sum has none.
    package static let budgetLine = Field<String>("budgetLine", .text(100))
    package static let officerOpinion = Field<String>("opinion", .text(4000))
    package static let reviewNote = Field<String>("note", .text(2000))
    package static let newDue = Field<Day>("newDue")
    package static let oldDue = Field<Instant>("oldDue")
    package static let extensionDays = Field<Int>("days")
    package static let cancelledFrom = Field<MilestoneState>("cancelledFrom")
    package static let gateSequence = Field<Int>("sequence", .integer(1...99))
    package static let raceRanking = Field<[RaceLine]>("ranking")
}
