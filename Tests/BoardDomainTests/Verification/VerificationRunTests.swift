import Testing

@testable import BoardDomain

@Suite("A verification's runs")
struct VerificationRunTests {
    private let subject = ExecutionStage.subject

    @Test("T5 The parties hear of a test two workdays before it")
    func notice() throws {
        var stage = try ExecutionStage()
        try stage.frozen()
        let early = ExecutionStage.schedule("2026-03-03T23:00:00+08:00")
        let refusal = stage.board.refusal("schedule", on: subject, as: "wrk", early)
        #expect(refusal?.code.name == "noticeTooShort")
        #expect(refusal?.rule == "T5")
        try stage.board.do(
            "schedule", on: subject, as: "wrk",
            ExecutionStage.schedule("2026-03-04T09:00:00+08:00"))
        #expect(stage.verification().state == .scheduled)
    }

    @Test("T5 Every instrument is booked, and calibrated for the day (V4)")
    func booking() throws {
        var stage = try ExecutionStage()
        try stage.frozen()
        let lapsed = ExecutionStage.schedule(calibratedUntil: "2026-03-05")
        #expect(
            stage.board.refusal("schedule", on: subject, as: "wrk", lapsed)?.code.name
                == "calibrationLapsed")
        var none = ExecutionStage.schedule().object!
        none["instruments"] = []
        #expect(
            stage.board.refusal("schedule", on: subject, as: "wrk", .object(none))?.code.name
                == "instrumentNotBooked")
        #expect(
            stage.board.refusal("schedule", on: subject, as: "lab", ExecutionStage.schedule())?
                .code == .notYourPart)
    }

    @Test("T1 T5 A protocol that names no laboratory is nobody's outside the workshop to change")
    func noLaboratory() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        let text = ExecutionStage.draft()
        #expect(
            stage.board.refusal("revise-protocol", on: subject, as: "lab", text)?.code
                == .notYourPart)
        #expect(
            stage.board.challenge().laboratory(of: ObjectReference(text: subject)!)
                == .nobody)
    }

    @Test("T6 A postponed test goes back to the frozen protocol")
    func postpone() throws {
        var stage = try ExecutionStage()
        try stage.scheduled()
        try stage.board.do(
            "postpone", on: subject, as: "wrk", ["reason": "停电", "clause": "T6"])
        #expect(stage.verification().state == .frozen)
    }

    @Test("T7 Every run has a serial and stays, aborted or not (V2)")
    func serials() throws {
        var stage = try ExecutionStage()
        try stage.scheduled()
        try stage.board.do("record-run", on: subject, as: "wrk", ExecutionStage.run("2100"))
        try stage.board.do(
            "abort-run", on: subject, as: "wrk",
            [
                "startedAt": .string(Instant(text: "2026-03-06T11:00:00+08:00")!.text),
                "site": "line", "reason": "主轴振动", "clause": "T7",
            ])
        try stage.board.do("record-run", on: subject, as: "wrk", ExecutionStage.run("2200"))
        let serials = stage.board.log.compactMap { $0.event.fields[F.runSerial] }
        #expect(serials == [1, 2, 3])
        #expect(stage.verification().runs.map(\.isMeasured) == [true, false, true])
    }

    @Test(
        "T7 A run that breaks V1 or V4 to V8 is refused",
        arguments: [
            (["startedAt": "2026-03-01T10:00:00.000Z"], "runBeforeFreeze"),
            (["startedAt": "2026-03-05T10:00:00.000Z"], "runOutsideTime"),
            (["startedAt": "2026-03-07T10:00:00.000Z"], "runOutsideTime"),
            (["instruments": ["I-9"]], "instrumentNotBooked"),
            (["instruments": []], "instrumentMissing"),
            (["operator": "bid"], "operatorOfBidder"),
            (["rawFiles": []], "rawFilesMissing"),
            (["values": [["indicator": 1, "value": "2100", "unit": "h"]]], "valueMissing"),
            (
                [
                    "values": [
                        ["indicator": 1, "value": "2100", "unit": "min"],
                        ["indicator": 2, "value": "20", "unit": "℃"],
                    ]
                ], "valueUnit"
            ),
            (
                [
                    "values": [
                        ["indicator": 1, "value": "2100.0000000000001", "unit": "h"],
                        ["indicator": 2, "value": "20", "unit": "℃"],
                    ]
                ], "valueTooFine"
            ),
            (
                ["values": [["indicator": 7, "value": "1", "unit": "h"]]], "unknownIndicator"
            ),
        ] as [([String: JSON], String)])
    func broken(change: [String: JSON], code: String) throws {
        var stage = try ExecutionStage()
        try stage.scheduled()
        let refusal = stage.board.refusal(
            "record-run", on: subject, as: "wrk", ExecutionStage.run("2100", with: change))
        #expect(refusal?.code.name == code)
        #expect(refusal?.rule == "T7")
    }

    @Test("T9 A laboratory alone is not enough (V7)")
    func onTheLine() throws {
        var stage = try ExecutionStage()
        try stage.scheduled()
        for life in ["2100", "2200"] {
            try stage.board.do(
                "record-run", on: subject, as: "wrk",
                ExecutionStage.run(life, site: "laboratory"))
        }
        let refusal = stage.board.refusal(
            "report", on: subject, as: "wrk", ["report": ExecutionStage.digest("r")])
        #expect(refusal?.code.name == "noRunOnTheLine")
        #expect(refusal?.rule == "T9")
    }

    private func tenRuns(stopAfter: Int64?) throws -> ExecutionStage {
        var stage = try ExecutionStage()
        try stage.scheduled(
            ["sampleSize": 10].merging(stopAfter.map { ["stopAfterRuns": .integer($0)] } ?? [:]) {
                $1
            })
        for _ in 1...8 {
            try stage.board.do("record-run", on: subject, as: "wrk", ExecutionStage.run("2100"))
        }
        for _ in 1...2 {
            try stage.board.do(
                "abort-run", on: subject, as: "wrk",
                [
                    "startedAt": .string(Instant(text: "2026-03-06T12:00:00+08:00")!.text),
                    "site": "line", "reason": "断电", "clause": "T7",
                ])
        }
        return stage
    }

    @Test("T9 Scenario 9: ten runs of which two were aborted are eight, and cannot be reported")
    func shortSample() throws {
        let stage = try tenRuns(stopAfter: nil)
        let refusal = stage.board.refusal(
            "report", on: subject, as: "wrk", ["report": ExecutionStage.digest("r")])
        #expect(refusal?.code.name == "sampleNotReached")
        #expect(refusal?.details["given"] == 8)
        #expect(refusal?.details["accepted"] == 10)
        #expect(refusal?.details["aborted"] == 2)
    }

    @Test("T9 T11 Scenario 9: stopped by its rule, a short sample fails however good its runs")
    func stoppedSample() throws {
        var stage = try tenRuns(stopAfter: 10)
        try stage.board.do(
            "report", on: subject, as: "wrk", ["report": ExecutionStage.digest("r")])
        #expect(stage.verification().measured.map(\.passed) == [true, true])
        for person in ["ent", "bid"] {
            try stage.board.do("countersign", on: subject, as: person)
        }
        #expect(stage.verification().state == .failed)
        #expect(stage.verification().passed == false)
    }

    @Test("T5 T7 Nothing is tested under a contract that is not in force")
    func notInForce() throws {
        var stage = try ExecutionStage()
        try stage.frozen()
        stage.board.given(
            .contractTerminated, "contract/1", state: ContractState.terminated)
        let refusal = stage.board.refusal(
            "schedule", on: subject, as: "wrk", ExecutionStage.schedule())
        #expect(refusal?.code.name == "contractNotEffective")
        #expect(refusal?.rule == "T5")
    }
}
