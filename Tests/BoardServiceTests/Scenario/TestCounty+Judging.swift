import BoardService
import Testing

@testable import BoardDomain

/// From the opening to the award.
extension TestCounty {
    /// All opened bids are qualified.
    func qualifyBids() async throws {
        for bid in try await found().bids.in(.opened) {
            try await act(
                "qualify", on: bid.reference.text, as: "case", "rev", fields: ["clause": "第八条"])
        }
    }

    /// A drawn panel of five, nobody having declared.
    func draw(size: Int64 = 5) async throws {
        try await act(
            "plan-panel", as: "case", "rev",
            fields: ["panelSize": .integer(size), "technicalSeats": .integer(size)])
        try await act("draw", on: "panel/1", as: "case", "sup")
    }

    /// Everybody who is invited declares.
    func declare() async throws {
        for seat in try await found().seats.in(.invited) { try await declare(seat) }
    }

    func declare(_ seat: Seat) async throws {
        try await act(
            "sign-confidentiality", on: seat.reference.text, as: seat.person,
            fields: ["declares": true])
        try await act(
            "declare", on: seat.reference.text, as: seat.person, fields: ["declares": true])
    }

    /// The evaluation has begun.
    func evaluate() async throws {
        try await qualifyBids()
        try await draw()
        try await declare()
        try await act("close-qualification", as: "case", "rev")
    }

    /// Points of an expert for a bidder: the first bidder is the best.
    func lock(_ sheet: Sheet, raising: Int = 0) async throws {
        let found = try await found()
        let seat = try #require(found.seats[sheet.seat])
        let scores = found.bidsToScore.flatMap { bid in
            let place = Cast.bidders.firstIndex { $0.code == bid.bidder } ?? 0
            return found.challenge.terms.rubric.map { line in
                SheetScore(
                    bid: bid.id, criterion: line.code, points: 90 - 10 * place + raising,
                    comment: "")
            }
        }
        try await act(
            "lock", on: sheet.reference.text, as: seat.person,
            fields: ["scores": .array(scores.map(\.json))])
    }

    /// Every open sheet of the panel in force is locked.
    func score(raising: Int = 0) async throws {
        let found = try await found()
        let panel = try #require(found.panelInForce)
        for sheet in found.sheets(of: panel) where sheet.state == .editing {
            try await lock(sheet, raising: raising)
        }
    }

    func chair() async throws -> PersonID {
        let found = try await found()
        let panel = try #require(found.panelInForce)
        return try #require(panel.chair.flatMap { found.seats[$0] }).person
    }

    /// Scored, ranked and published: the notice runs.
    func notice() async throws {
        try await score()
        try await act("close-consensus", as: try await chair())
        try await act(
            "publish-result", as: "case", "rev",
            fields: ["noticeText": "拟由天姥大学揭榜", "channel": "门户网站"])
    }

    var resultNotice: Notice {
        get async throws {
            try #require(try await found().notices.all.last { $0.kind == .result })
        }
    }

    /// The notice ends without an objection.
    func award() async throws {
        try await advance(to: try await resultNotice.end.adding(hours: 10))
    }

    /// From nothing to a running notice.
    func proceedToNotice(bids: Int = 2, _ terms: [String: JSON] = [:]) async throws {
        try await call(bids: bids, terms)
        try await open()
        try await evaluate()
        try await notice()
    }

    func proceedToAward(bids: Int = 2, _ terms: [String: JSON] = [:]) async throws {
        try await proceedToNotice(bids: bids, terms)
        try await award()
    }

    func object(to object: String, as person: PersonID) async throws {
        try await act(
            "file-objection", as: person,
            fields: [
                "object": .string(object), "facts": "评分有误", "basis": "第十条", "request": "复核",
                "evidence": [.string(digest("evidence " + object).text)],
            ])
    }

    /// From the admission to a decision; the last objection of the case.
    func decideAdmitted(
        _ result: String, remedy: String, as person: PersonID = "sup2", _ more: [String: JSON] = [:]
    ) async throws {
        let object = try #require(try await found().objections.all.last).reference.text
        try await act("investigate", on: object, as: person)
        try await advance(workdays: 4)
        let fields: [String: JSON] = [
            "result": .string(result), "remedy": .string(remedy), "reason": "已核查",
            "clause": "第十条",
        ]
        try await act(
            "decide-objection", on: object, as: person, fields: .object(fields.merging(more) { $1 })
        )
    }
}
