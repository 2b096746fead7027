private typealias Row = Rows<VerificationState>

extension Verification {
    /// T5–T9: the test itself, run by run, and its report.
    static let runRows: [Transition] = [
        Row.command(
            "T5", "schedule", from: [.frozen], to: [.scheduled],
            by: .any(.workshop, .laboratory), in: phases,
            fields: [
                .required(F.scheduledAt), .required(VerificationProtocol.instruments),
                .optional(F.booking),
            ],
            guards: [contractInForce, partiesTold, instrumentsBooked],
            events: [.verificationScheduled]),
        Row.command(
            "T6", "postpone", from: [.scheduled], to: [.frozen],
            by: .any(.workshop, .laboratory), in: phases, reason: true,
            events: [.verificationPostponed]),
        Row.command(
            "T7", "record-run", from: [.scheduled, .running], to: [.running],
            by: .any(.workshop, .laboratory), in: phases, fields: VerificationRun.fields,
            guards: [contractInForce, runIsSound, valuesComplete],
            events: [.runRecorded], action: number(.runRecorded)),
        Row.command(
            "T7", "abort-run", variant: "abort", from: [.scheduled, .running], to: [.running],
            by: .any(.workshop, .laboratory), in: phases, fields: VerificationRun.abortedFields,
            reason: true, guards: [contractInForce, runIsSound],
            events: [.runAborted], action: number(.runAborted)),
        Row.command(
            "T9", "report", from: [.running], to: [.reported], by: .any(.workshop, .laboratory),
            in: phases, fields: [.required(F.reportDigest)],
            guards: [onTheLine, sampleOrStop], events: [.verificationReported],
            action: report),
    ]

    /// The parties hear of the test so many workdays before it (T5).
    private static let partiesTold = Guard.input("partiesTold") { turn in
        let first = turn.calendar.workdays(
            turn.policy[.verificationNoticeWorkdays], after: turn.now.day, counting: .excluded
        ).last
        guard let at = turn.fields[F.scheduledAt], at.day < first else { return nil }
        return Breach(.noticeTooShort, given: .string(at.text), accepted: .string(first.text))
    }

    /// Every instrument of the protocol is booked and calibrated for the day (V4).
    private static let instrumentsBooked = Guard.input("instrumentsBooked") { turn in
        let booked = turn.fields[VerificationProtocol.instruments]
        guard let at = turn.fields[F.scheduledAt] else { return nil }
        for needed in of(turn)?.protocolText?.instruments ?? [] {
            guard let found = booked.first(where: { $0.number == needed.number }) else {
                return Breach(
                    .instrumentNotBooked, given: .string(needed.number),
                    accepted: .array(booked.map { .string($0.number) }))
            }
            guard found.isCalibrated(on: at.day) else {
                return Breach(
                    .calibrationLapsed, given: .string(at.day.text),
                    accepted: .string(found.calibratedUntil.text),
                    ["instrument": .string(found.number)])
            }
        }
        return nil
    }

    /// V1, V4, V5; and no run before the instant that the parties were told.
    private static let runIsSound = Guard.input("runIsSound") { turn in
        guard let run = VerificationRun(record: turn.fields), let found = of(turn),
            let text = found.protocolText, let frozenAt = found.frozenAt,
            let scheduledAt = found.scheduledAt
        else { return nil }
        if run.startedAt > frozenAt, run.startedAt < scheduledAt {
            return Breach(
                .runOutsideTime, given: .string(run.startedAt.text),
                accepted: .string(scheduledAt.text))
        }
        return breach(
            of: run, by: text, after: frozenAt, with: found.bookedInstruments, in: turn)
    }

    private static let valuesComplete = Guard.input("valuesComplete") { turn in
        guard let run = VerificationRun(record: turn.fields), let text = of(turn)?.protocolText
        else { return nil }
        return valueBreach(of: run, by: text)
    }

    private static func number(_ type: EventType) -> Transition.Action {
        { (turn: inout Turn) throws(Refusal) in
            let serial = (of(turn)?.runs.count ?? 0) + 1
            turn.record(type) { $0[F.runSerial] = serial }
        }
    }

    /// V7: a measured run in the enterprise's own line.
    private static let onTheLine = Guard.standing("onTheLine") { turn in
        let runs = of(turn)?.runs ?? []
        return runs.contains { $0.isMeasured && $0.site == .line }
            ? nil
            : Breach(
                .noRunOnTheLine, given: .array(runs.map(\.site.json)),
                accepted: RunSite.line.json)
    }

    /// V3, or the stop rule: then the report stands, and a short sample computes as failed.
    private static let sampleOrStop = Guard.standing("sampleOrStop") { turn in
        guard let found = of(turn), let text = found.protocolText, let verdict = found.verdict,
            !verdict.sampleReached
        else { return nil }
        if let stop = text.stopAfterRuns, found.runs.count >= stop { return nil }
        return Breach(
            .sampleNotReached, given: .integer(Int64(verdict.runs)),
            accepted: .integer(Int64(text.sampleSize)),
            [
                "aborted": .integer(Int64(verdict.aborted)),
                "stop": text.stopAfterRuns.map { .integer(Int64($0)) } ?? .string("–"),
            ])
    }

    private static let report: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let verdict = of(turn)?.verdict else { return }
        turn.record(.verificationReported) {
            $0[F.measured] = verdict.measured
            $0[F.measuredRuns] = verdict.runs
            $0[F.abortedRuns] = verdict.aborted
        }
    }
}
