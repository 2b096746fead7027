import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("A form in lines")
struct PlainFormTests {
    private final class Script: LineChannel {
        var answers: [String]

        init(_ answers: [String]) { self.answers = answers }

        func readLine() -> [UInt8]? {
            answers.isEmpty ? nil : Array(answers.removeFirst().utf8)
        }

        func readSecretLine(after prompt: [UInt8]) -> [UInt8]? { readLine() }

        var told = ""

        func write(_ bytes: [UInt8]) { told += String(decoding: bytes, as: UTF8.self) }
    }

    private static let person = FieldShape.record([
        use("name", .text(40)), use("phone", .text(40)),
    ])

    private static func use(_ name: String, _ shape: FieldShape) -> FieldUse {
        FieldUse(name: name, shape: shape, required: true, isConfidential: false)
    }

    private func fill(_ state: inout FormState, _ answers: [String]) async throws -> Bool {
        try await fill(&state, Script(answers))
    }

    private func fill(_ state: inout FormState, _ script: Script) async throws -> Bool {
        let county = try await SampleCounty.shared.value
        let opening = try await TerminalOpening(
            board: county.board, database: county.path, person: nil, language: .en, pacing: .still)
        return PlainBoard(opening, on: script).fill(&state)
    }

    @Test("keeps what was given of a record in which a required member was left empty")
    func record() async throws {
        var state = FormBench.state([Self.use("contact", Self.person)])
        #expect(try await !fill(&state, ["李想", ""]))
        #expect(state.content.typed(without: []) == ["contact": ["name": "李想"]])
        #expect(try await fill(&state, ["", "1380000"]))
        #expect(
            state.content.typed(without: [])
                == ["contact": ["name": "李想", "phone": "1380000"]])
    }

    @Test("goes on with the item of a list in which the last try ended, or drops it")
    func list() async throws {
        var state = FormBench.state([Self.use("team", .list(Self.person))])
        #expect(try await !fill(&state, ["李想", "1", "1", "王", ""]))
        let partial: JSON = ["team": [["name": "李想", "phone": "1"], ["name": "王"]]]
        #expect(state.content.typed(without: []) == partial)
        var dropped = state
        #expect(try await fill(&dropped, ["", "y", ""]))
        #expect(
            dropped.content.typed(without: []) == ["team": [["name": "李想", "phone": "1"]]])
        #expect(try await fill(&state, ["2", ""]))
        #expect(
            state.content.typed(without: [])
                == ["team": [["name": "李想", "phone": "1"], ["name": "王", "phone": "2"]]])
        #expect(try await fill(&state, ["2", "1", ""]))
        #expect(state.content.typed(without: []) == ["team": [["name": "王", "phone": "2"]]])
    }

    @Test("reads a bare amount in the unit that it names, as the form on the screen does")
    func amount() async throws {
        let script = Script(["abc", "390"])
        var state = FormBench.state([Self.use("amount", .money)])
        #expect(try await fill(&state, script))
        #expect(state.understood.json == ["amount": 390_000_000])
        #expect(script.told.contains("×10,000 yuan"))
        #expect(script.told.contains("= CNY 3,900,000.00"))
        #expect(!script.told.contains("in yuan"))
    }
}
