import BoardDomain
import Testing

@testable import BoardService

/// Whoever may not know of an object is answered as if there were none, whatever he asks (§15).
@Suite("Objects that somebody may not know of")
struct HiddenObjectTests {
    @Test("An objection that names a hidden object is answered as one that names nothing")
    func named() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice(bids: 3)
        try await county.object(to: "notice/1", as: "bid2")
        let hidden = try await Self.hidden(in: county, from: "bid3")
        for machine: Machine in [.bid, .panel, .seat, .sheet, .objection] {
            #expect(
                hidden.contains { $0.machine == machine } == (machine != .panel),
                "\(machine.rawValue)")
        }
        for object in hidden {
            for text in [object.text, object.machine.rawValue + "/none"] {
                let breach = Breach(.noSuchObject, given: .string(text))
                #expect(
                    try await Self.objecting(to: text, in: county, as: "bid3")
                        == Refusal(rule: "§0", breach))
                #expect(
                    try await Self.judging(text, in: county, as: "bid3")
                        == Refusal(rule: "§0", breach))
            }
        }
        #expect(try await Self.objecting(to: "notice/1", in: county, as: "bid3") == nil)
        #expect(
            try await Self.objecting(to: "challenge", in: county, as: "bid3")?.code
                != .noSuchObject)
    }

    @Test("A command put to a hidden object is refused as one that is put to nothing")
    func subjects() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice(bids: 3)
        try await county.object(to: "notice/1", as: "bid2")
        for object in try await Self.hidden(in: county, from: "bid3") {
            for name in TransitionTable.standard.commands(of: object.machine) + ["no-such-command"]
            {
                let rows = TransitionTable.standard.rows(of: object.machine, command: name)
                // What makes an object is put to none.
                guard !rows.contains(where: \.creates) else { continue }
                let told = try await Self.refusal(
                    of: name, on: object.text, in: county, as: "bid3")
                let nothing = try await Self.refusal(
                    of: name, on: object.machine.rawValue + "/none", in: county, as: "bid3")
                #expect(told.code == nothing.code, "\(object.text) \(name)")
                #expect(told.rule == nothing.rule, "\(object.text) \(name)")
            }
        }
    }

    @Test("What the timeline tells of, somebody may know of")
    func timeline() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        let found = try await county.found()
        for person in ["bid1", "bid2", "ent", "lab", "arg1", "case", "rev", "fin", "aud"] {
            let viewer = await county.board.viewer(person, of: found, at: county.clock.now)
            let told = try await county.board.timeline(
                StreamID(.challenge, county.challenge), as: person)
            for object in Set(told.map(\.object)) {
                let reference = try #require(ObjectReference(text: object))
                #expect(CaseSight.knows(reference, in: found, viewer), "\(person) \(object)")
            }
        }
    }

    /// Everything of the case that a person may not know of.
    private static func hidden(
        in county: TestCounty, from person: PersonID
    ) async throws -> [ObjectReference] {
        let found = try await county.found()
        let viewer = await county.board.viewer(person, of: found, at: county.clock.now)
        return Case.machines.flatMap { machine in
            found.ids(of: machine).map { ObjectReference(machine, $0) }
        }
        .filter { !CaseSight.knows($0, in: found, viewer) }
    }

    private static let filing: [String: JSON] = [
        "facts": "评分有误", "basis": "评审规则第六条", "request": "重新评分",
        "evidence": [.string(digest("证据").text)],
    ]

    private static func objecting(
        to object: String, in county: TestCounty, as person: PersonID
    ) async throws -> Refusal? {
        let fields = filing.merging(["object": .string(object)]) { $1 }
        let command = try county.command(
            "file-objection", as: person, fields: .object(fields))
        return try await refusal(of: command, in: county)
    }

    private static func refusal(
        of command: Command, in county: TestCounty
    ) async throws -> Refusal? {
        do {
            _ = try await county.board.dryRun(CommandRequest(command, id: county.clock.nextID()))
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    private static func judging(
        _ object: String, in county: TestCounty, as person: PersonID
    ) async throws -> Refusal? {
        let command = try county.command(
            "file-objection", as: person, fields: ["object": .string(object)])
        do {
            _ = try await county.board.judge(CommandRequest(command, id: county.clock.nextID()))
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    private static func refusal(
        of name: String, on object: String, in county: TestCounty, as person: PersonID
    ) async throws -> Refusal {
        let command = try county.command(name, on: object, as: person)
        return try #require(try await refusal(of: command, in: county), "\(object) \(name)")
    }
}
