extension RefusalCode {
    static let enterpriseUnknown = RefusalCode("enterpriseUnknown")
    static let enterpriseNotOwn = RefusalCode("enterpriseNotOwn")
    static let rangeInverted = RefusalCode("rangeInverted")
    static let enterpriseSuspended = RefusalCode("enterpriseSuspended")
    static let termsIncomplete = RefusalCode("termsIncomplete")
    static let noMeasurableMust = RefusalCode("noMeasurableMust")
    static let budgetZero = RefusalCode("budgetZero")
    static let weightsNotWhole = RefusalCode("weightsNotWhole")
    static let readinessFalls = RefusalCode("readinessFalls")
    static let lanesOutOfRange = RefusalCode("lanesOutOfRange")
    static let indicatorNumbers = RefusalCode("indicatorNumbers")
    static let avoidanceTooLong = RefusalCode("avoidanceTooLong")
    static let termInPast = RefusalCode("termInPast")
    static let pledgeMissing = RefusalCode("pledgeMissing")
    static let returnsExhausted = RefusalCode("returnsExhausted")
    static let correctionsMissing = RefusalCode("correctionsMissing")
    static let rubricNotWhole = RefusalCode("rubricNotWhole")
}

/// The guards over a challenge's content; the same text is checked at C2, C5, C9 and C11.
extension Challenge {
    /// The terms as they will be once the command's fields are taken over.
    static func terms(after turn: Turn) -> Terms {
        let present = turn.caseIfAny.flatMap { $0.exists ? $0.challenge.terms : nil }
        return (present ?? Terms(record: Record())).merging(turn.fields)
    }

    /// What a command's fields change: whoever signs them signs the whole text (C2, C5, C11).
    static let standingTerms = SignedContent { $0.case.challenge.terms.record.json }

    static let completeTerms: [Guard] = [
        .input("termsComplete") { turn in
            let terms = terms(after: turn)
            let missing = Terms.mandatory.filter { terms.record[name: $0] == nil }
            return missing.isEmpty
                ? nil
                : Breach(
                    .termsIncomplete, given: .array(missing.map(JSON.string)),
                    accepted: .array(Terms.mandatory.map(JSON.string)))
        },
        .input("measurableMust") { turn in
            let musts = terms(after: turn).musts
            return musts.contains(where: \.isMeasurable)
                ? nil : Breach(.noMeasurableMust, given: .integer(Int64(musts.count)), accepted: 1)
        },
        .input("budgetPositive") { turn in
            let terms = terms(after: turn)
            return terms.budget > .zero
                ? nil : Breach(.budgetZero, given: terms.budget.json, accepted: 1)
        },
    ]

    static let soundTerms: [Guard] = [
        .input("weightsWhole") { turn in
            let weights = terms(after: turn).indicators.map(\.weight)
            let sum = weights.reduce(0, +)
            return sum == 0 || sum == 100
                ? nil : Breach(.weightsNotWhole, given: .integer(Int64(sum)), accepted: 100)
        },
        .input("indicatorsNumbered") { turn in
            let numbers = terms(after: turn).indicators.map(\.number)
            let expected = Array(1..<(numbers.count + 1))
            return numbers == expected
                ? nil : Breach(.indicatorNumbers, given: numbers.json, accepted: expected.json)
        },
        .input("rangesInOrder") { turn in
            let inverted = terms(after: turn).indicators.first(where: \.isInverted)
            return inverted.map { indicator in
                Breach(
                    .rangeInverted, given: indicator.upper.map(JSON.string),
                    accepted: indicator.target.map(JSON.string),
                    ["indicator": indicator.number.json])
            }
        },
        .input("readinessRises") { turn in
            let terms = terms(after: turn)
            guard let now = terms.readinessNow, let target = terms.readinessTarget, target < now
            else { return nil }
            return Breach(.readinessFalls, given: target.json, accepted: now.json)
        },
        .input("lanesInRange") { turn in
            let terms = terms(after: turn)
            guard terms.mode == .racing else { return nil }
            let most = turn.policy[.racingMaxLanes]
            return (2...most).contains(terms.lanes)
                ? nil
                : Breach(
                    .lanesOutOfRange, given: terms.lanes.json, accepted: .string("2…\(most)"))
        },
        .input("avoidanceBounded") { turn in
            let count = terms(after: turn).avoidance.count
            let most = turn.policy[.coiAvoidMax]
            return count <= most
                ? nil : Breach(.avoidanceTooLong, given: count.json, accepted: most.json)
        },
        .input("rubricWhole") { turn in
            let rubric = terms(after: turn).rubric
            guard !rubric.isEmpty else { return nil }
            let sum = rubric.map(\.weight).reduce(0, +)
            let codes = Set(rubric.map(\.code))
            return sum == 100 && codes.count == rubric.count
                ? nil : Breach(.rubricNotWhole, given: sum.json, accepted: 100)
        },
    ]

    static let termAhead = Guard.input("termAhead") { turn in
        guard let term = terms(after: turn).term, term <= turn.now.day else { return nil }
        return Breach(
            .termInPast, given: term.json, accepted: turn.now.day.adding(1).json)
    }

    static let pledged = Guard.input("pledged") { turn in
        turn.fields[F.integrityPledge] == true && turn.fields[F.unclassifiedPledge] == true
            ? nil : Breach(.pledgeMissing, given: false, accepted: true)
    }

    static let enterpriseAdmitted = Guard.input("enterpriseAdmitted") { turn in
        let code = enterprise(of: turn)
        guard let organisation = turn.world.directory.organisations[code] else {
            // A bureau drafts for enterprises that the board has not met yet; the confirmation
            // needs their own people, and so their registration.
            return turn.signature.capacity == .caseOfficer
                ? nil : Breach(.enterpriseUnknown, given: .string(code))
        }
        guard [.registered, .verified].contains(organisation.state) else {
            return Breach(
                .enterpriseSuspended, given: .string(organisation.state.rawValue),
                accepted: .string(OrganisationState.verified.rawValue))
        }
        return turn.restrictionBreach(code)
    }

    /// The unified code that a draft is for, in its normal form.
    static func enterprise(of turn: Turn) -> String {
        if let found = turn.caseIfAny, found.exists { return found.challenge.enterprise }
        guard turn.signature.capacity == .caseOfficer else { return turn.signature.organisation }
        return turn.fields[F.enterprise].flatMap { try? UnifiedCode($0) }?.text ?? ""
    }
}
