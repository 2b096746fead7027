/// Every fact that the log can hold, by the name that stands in its `type` column.
///
/// Steps of a signature in parts (`…Proposed`, `…Signed`, `…SentBack`) and overdue marks
/// (`…Overdue`) take their first half from the row or duty that they belong to, see `Event.name`.
package enum EventType: String, CaseIterable, Sendable {
    // Challenge
    case challengeDrafted, challengeRevised, challengeSubmitted, assistStarted
    case returnedForCorrection, argumentOpened, argumentConcluded, poolReopened, budgetLost
    case challengeWithdrawn, listPublished, publicationScheduled, publicationMissed, termsAmended
    case deadlineExtended, cancellationProposed, cancellationUndone, listCancelled, callClosed
    case callFailed, openerSucceeded, openingAttended, recoveryAsked, bidsOpened, resultNoticed,
        qualificationClosed
    case rankingRefused, awardSuspended, challengeResumed, awardConfirmed, executionStarted
    case awardLapsed, marketEvaluationOpened, challengeTerminated, settlementOpened
    case documentsArchived, challengeConcluded, postReviewRecorded, challengeRevoked
    case challengeRelaunched, caseReassigned, supervisorNamed, avoidanceRequested
    case contactErased
    // Bid
    case bidDrafted, bidDropped, bidSealed, bidRefusedLate, bidWithdrawn, bidStaled
    case bidReconfirmed, bidLapsed, bidUnopened, bidOpened, bidInvalid, bidCureRequested
    case bidCureAnswered, bidCureLapsed, bidQualified, bidDisqualified, bidScored, bidRanked
    case bidAwarded, bidDeclined, bidDeclineAnnounced, bidAwardLapsed, bidPromoted
    case reserveReleased, bidReset, bidRevoked
    // Clarification
    case questionAsked, questionMerged, questionRefused, answerDrafted, answerSentBack
    case questionAnswered, questionWithdrawn, questionLapsed, answerCorrected
    // Panel, argument
    case panelPlanned, panelDrawn, expertsInvited, expertInvited, declarationSigned
    case expertDeclined, conflictReported, expertRecused, expertNoShow, expertReplaced
    case poolWidened, seatReleased, panelConfirmed, scoringOpened, sheetOpened, scoresLocked
    case scoresRevealed, scoreReplaced, divergenceNoted, rankingComputed, roundOpened
    case panelDissolved, argumentExpertNamed, argumentChairNamed, argumentConflictReported
    case argumentDeclared, argumentRecused, argumentVoted, panelReopened, panelResized
    case chairPassed, conflictDismissed, sheetVoided, panelClosed
    // Notice, objection
    case noticePublished, noticeRunning, noticeEndFixed, noticeSuspended, noticeResumed
    case noticeSuperseded, noticeEnded, objectionFiled, objectionCompletionAsked
    case objectionCompleted, objectionInadmissible, objectionMerged, objectionAdmitted
    case investigationOpened, respondentHeard, objectionDecided, objectionWithdrawn, appealFiled
    case appealWaived, appealDecided, objectionFinal, objectionRemedied, objectionLapsed
    case objectionEscalated
    // Contract
    case contractDrafted, contractTextSet, contractAgreed, contractReopened, contractSigned
    case pledgeSigned, registrationFiled, contractRegistered, registrationRefused
    case registrationWaived, contractEffective, contractRescinded, amendmentProposed
    case amendmentSigned, contractAmended, amendmentDropped, contractDelivered, contractAccepted
    case acceptanceRefused, terminationGround, contractTerminated, terminationUndone
    case contractClosed, amendmentOpinionGiven, terminationAnswered, terminationGroundDropped
    case contractSettled, enterpriseShareDisputed, deliveryUndone
    // Milestone
    case milestonesPlanned, milestoneOpened, milestoneSubmitted, verificationAsked
    case verificationAttached, reworkOpened, milestoneAccepted, milestoneReturned
    case acceptanceTakenOver, milestoneRecommended, milestoneSentBack, milestoneApproved
    case partClosed, milestoneRejected, milestoneReopened, extensionRequested, extensionRefused
    case extensionGranted, milestoneCancelled, raceGateOpened, raceGateReady, raceGateDecided
    case acceptanceAsked, milestoneDissented, raceGateReopened
    // Verification
    case protocolDrafted, protocolFrozen, protocolReopened, verificationScheduled
    case verificationPostponed, runRecorded, runAborted, verificationReported, countersigned
    case verificationPassed, verificationConditional, verificationFailed, conditionsClosed
    case disputeWaived, verificationFirm, verificationDisputed, disputeWithdrawn, retestOrdered
    case retestReassigned, verificationFinal, verificationVoided
    // Market evaluation
    case evaluationOpened, collectionStarted, evidenceSubmitted, transactionConfirmed
    case evidenceWithdrawn, evidenceChecked, evidenceRefused, evidenceExcluded, collectionClosed
    case marketRated, ratingDisputed, ratingResumed, ratingReopened, ratingFinal, marketRechecked
    case evidenceReopened
    // Payout
    case entitlementCreated, payoutDrafted, enterpriseSharePaid, payoutSubmitted, payoutChecked
    case payoutReturned, payoutReviewed, payoutNoticed, payoutApproved, payoutSentBack
    case payoutQueued, payoutDequeued, payoutOrdered, payoutPaid, payoutFailed, payoutRejected
    case payoutSuspended, payoutResumed, entitlementReminded, entitlementWaived
    case entitlementSettled, entitlementRefused, clawbackOpened, recoveryReceived
    case recoveryWrittenOff
    // Pool
    case poolOpened, poolAllotted, poolCut, budgetReserved, budgetReleased, budgetCommitted
    case poolPaid, poolRecovered, poolClosing, balanceCarried, poolClosed
    case payoutRanked, payoutUnranked
    // Sanction
    case sanctionReported, sanctionDropped, sanctionNotified, defenceGiven, sanctionDecided
    case sanctionClosed, sanctionEffective, sanctionExpired, repairAsked, sanctionRepaired
    case repairRefused, sanctionOverturned
    // Directory
    case orgRegistered, orgVerified, orgRefused, orgSuspended, orgReinstated, orgMerged
    case orgDissolved, personInvited, personActivated, personExpired, personProfiled
    case personSuspended, personReinstated, personLeft, appointmentProposed, appointmentMade
    case appointmentRefused, appointmentEnded, handOverOffered, handOverAccepted, handOverDone
    case handOverRefused, calendarLoaded
    // A signature in parts, and a clock that ran out
    case stepProposed, stepSigned, stepSentBack, stepLapsed, dutyOverdue

    /// The name in the log's `type` column: `challengeDrafted` is written `ChallengeDrafted`.
    package var name: String {
        var letters = Array(rawValue.utf8)
        letters[0] -= 0x20
        return String(decoding: letters, as: UTF8.self)
    }

    package static let byName: [String: EventType] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    /// The second half of the name of an event whose first half is its `act`; nil for a fact.
    var actSuffix: String? {
        switch self {
        case .stepProposed: "Proposed"
        case .stepSigned: "Signed"
        case .stepSentBack: "SentBack"
        case .stepLapsed: "Lapsed"
        case .dutyOverdue: "Overdue"
        default: nil
        }
    }

    package static let actTypes: [EventType] = allCases.filter { $0.actSuffix != nil }
}
