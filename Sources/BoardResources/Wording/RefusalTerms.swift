import BoardDomain

/// What the sides of a refusal are, where its code tells: amounts, states of a machine, choices of
/// a field, fields. The domain gives them as they stand in the log.
enum RefusalTerms {
    enum Sides {
        case money
        /// Basis points, or a range of them: `1…2999`.
        case shares
        case states(Machine)
        case choices(String)
        case fields
    }

    static func sides(of code: RefusalCode) -> Sides? { table[code.name] }

    private static let table: [String: Sides] = {
        var table: [String: Sides] = [:]
        for name in amounts { table[name] = .money }
        for name in ["acceptedInPart", "milestoneSharesNotWhole", "partOutOfRange"] {
            table[name] = .shares
        }
        for (machine, names) in states {
            for name in names { table[name] = .states(machine) }
        }
        for (field, names) in choices {
            for name in names { table[name] = .choices(field) }
        }
        for name in ["termsIncomplete", "contractSilent", "correctionsMissing"] {
            table[name] = .fields
        }
        return table
    }()

    private static let amounts = [
        "amountAboveBid", "amountBeyondEntitlement", "amountMissing", "amountNotAsChecked",
        "budgetDoesNotAddUp", "budgetZero", "countyShareAboveBid", "countyShareOwed",
        "cutTooDeep", "nothingLeft", "notYetCovered", "overBudget", "overCountyShare", "poolShort",
        "recoveryBeyondPaid", "reservationShort", "reservationTooSmall", "shareBeyondContract",
        "sharesDoNotAddUp", "sheetDueTooHigh", "sheetNotNetted", "sheetPaidWrong",
        "sheetRecoverableTooHigh", "turnoverUnsound",
    ]

    private static let states: [(Machine, [String])] = [
        (.argumentSeat, ["notArgumentExpert"]),
        (.challenge, ["enterprisePresent", "nothingToCorrect", "waiveLater", "wrongPhase"]),
        (
            .contract,
            ["contractNotEffective", "contractNotInForce", "contractUnsigned", "workStopped"]
        ),
        (.entitlement, ["entitlementOver"]), (.milestone, ["gateNotMet"]),
        (.notice, ["amendmentNoticeRunning", "noticeNotEnded"]),
        (
            .organisation,
            [
                "alreadyRegistered", "bidderNotVerified", "enterpriseSuspended",
                "organisationNotVerified",
            ]
        ), (.panel, ["noConsensus", "panelExists", "panelNotConfirmed", "panelNotInConsensus"]),
        (.payout, ["alreadyClaimed", "alreadyOrdered"]),
        (.person, ["alreadyInvited", "personNotActive"]),
        (.verification, ["gateValuesNotFirm", "verificationNotPassed"]),
    ]

    private static let choices: [(String, [String])] = [
        ("cause", ["causeNotAsStated", "groundNotForPersons", "groundStatedBefore"]),
        ("conclusion", ["notTheMajority"]), ("declaration", ["confidentialityFirst"]),
        ("decision", ["nothingToPublish", "sanctionEvidenceMissing"]),
        ("failure", ["failureNotGiven"]), ("ground", ["groundDoesNotHold"]),
        ("kind", ["amendmentOfOtherKind", "noticeKind"]), ("papers", ["noPapersNamed"]),
        ("recommendation", ["recommendationBeyond"]),
        ("remedy", ["correctionMissing", "remedyUnfit"]),
        (
            "role",
            [
                "appointedTwice", "needsNoSecond", "needsSecond", "notAppointed", "roleNotHeld",
                "roleNotYours", "rolesExclude",
            ]
        ),
    ]
}
