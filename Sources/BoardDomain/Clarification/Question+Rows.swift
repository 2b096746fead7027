private typealias Row = Rows<QuestionState>

extension Question {
    private static let call: Set<ChallengeState> = [.open]

    /// The rows of the machine `question`: Q1 to Q9. Q6 is the challenge's C10.
    static let rows: [Transition] = [
        Row.command(
            "Q1", "ask", from: [], to: [.asked], by: .any(.bidder), in: call,
            fields: [.required(F.question)], guards: [questionsStillTaken, notTheEnterprise],
            events: [.questionAsked]
        ) { (turn: inout Turn) throws(Refusal) in
            let id = turn.case.questions.nextID
            let question = turn.fields[F.question]
            turn.record(
                .questionAsked, on: ObjectReference(.question, id), to: QuestionState.asked
            ) { $0[F.question] = question }
        },
        Row.command(
            "Q2", "merge", from: [.asked], to: [.merged], by: .any(.caseOfficer), in: call,
            fields: [.required(F.into)], guards: [mergesIntoAnother], events: [.questionMerged]),
        Row.command(
            "Q3", "refuse", from: [.asked], to: [.refused], by: .any(.caseOfficer), in: call,
            reason: true, events: [.questionRefused]),
        Row.command(
            "Q4", "draft-answer", from: [.asked], to: [.drafted], by: .any(.enterprise), in: call,
            fields: [.required(F.answer)], events: [.answerDrafted]),
        Row.command(
            "Q5", "return-answer", from: [.drafted], to: [.asked], by: .any(.caseOfficer),
            in: call, reason: true, events: [.answerSentBack]),
        Row.command(
            "Q6", "publish-answer", from: [.drafted], to: [.answered], by: .any(.caseOfficer),
            in: call, guards: [beforeDeadline], events: [.questionAnswered]
        ) { (turn: inout Turn) throws(Refusal) in
            // The published event carries the whole answer: C10, to all.
            let question = turn.case.questions[turn.subject.id]
            turn.record(.questionAnswered) {
                $0[F.question] = question?.text
                $0[F.answer] = question?.answer
            }
        },
        Row.command(
            "Q7", "withdraw", from: [.asked, .drafted], to: [.withdrawn], by: .any(.bidder),
            in: call, events: [.questionWithdrawn]),
        Row.timer(
            "Q8", key: "deadline", from: [.asked, .drafted], to: [.unanswered],
            in: [.open, .cancelPending], events: [.questionLapsed],
            due: { $0.case.challenge.deadline }),
        Row.effect(
            "Q8", variant: "ended", of: [.listCancelled, .challengeRevoked],
            from: [.asked, .drafted], to: [.unanswered], events: [.questionLapsed]),
        Row.command(
            "Q9", "correct-answer", from: [.answered], to: [], by: .all(.enterprise, .caseOfficer),
            in: call, fields: [.required(F.answer)], guards: [beforeDeadline],
            events: [.answerCorrected], act: "AnswerCorrection"),
    ]

    static let duties: [Duty] = [
        .of(
            "Q4", act: "Answer", states: [QuestionState.asked], in: call, awaits: [.enterprise],
            command: "draft-answer", due: { $0.workdays(.qaAnswerWorkdays, after: $0.since) }),
        .of(
            "Q6", act: "AnswerPublication", states: [QuestionState.drafted], in: call,
            awaits: [.caseOfficer], command: "publish-answer",
            due: { $0.workdays(.qaAnswerWorkdays, after: $0.since) }),
    ]

    private static let questionsStillTaken = Guard.standing("questionsStillTaken") { turn in
        guard let deadline = turn.case.challenge.deadline else { return nil }
        let end = deadline.adding(days: -turn.policy[.qaCloseDays])
        return turn.now < end
            ? nil : Breach(.questionsClosed, given: turn.now.json, accepted: end.json)
    }

    private static let notTheEnterprise = Guard.standing("notTheEnterprise") { turn in
        turn.signature.organisation == turn.case.challenge.enterprise
            ? Breach(.ownChallenge, given: .string(turn.signature.organisation)) : nil
    }

    private static let beforeDeadline = Guard.standing("beforeDeadline") { turn in
        guard let deadline = turn.case.challenge.deadline, turn.now >= deadline else { return nil }
        return Breach(.deadlinePassed, given: turn.now.json, accepted: deadline.json)
    }

    private static let mergesIntoAnother = Guard.input("mergesIntoAnother") { turn in
        let into = turn.fields[F.into, default: ""]
        let other = turn.case.questions[into]
        let isOther = into != turn.subject.id && other != nil && other?.state != .merged
        return isOther ? nil : Breach(.noSuchObject, given: .string("question/" + into))
    }
}

extension RefusalCode {
    static let questionsClosed = RefusalCode("questionsClosed")
    static let ownChallenge = RefusalCode("ownChallenge")
}
