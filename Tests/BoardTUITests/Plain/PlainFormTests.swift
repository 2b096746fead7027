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

        func write(_ bytes: [UInt8]) {}
    }

    private static let person = FieldShape.record([
        use("name", .text(40)), use("phone", .text(40)),
    ])

    private static func use(_ name: String, _ shape: FieldShape) -> FieldUse {
        FieldUse(name: name, shape: shape, required: true, isConfidential: false)
    }

    private func fill(
        _ state: inout FormState, _ answers: [String]
    ) async throws -> Bool {
        let county = try await SampleCounty.shared.value
        let opening = try await TerminalOpening(
            board: county.board, database: county.path, person: nil, language: .en, pacing: .still)
        return PlainBoard(opening, on: Script(answers)).fill(&state)
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
        #expect(try await !fill(&state, ["李想", "1", "y", "王", ""]))
        let partial: JSON = ["team": [["name": "李想", "phone": "1"], ["name": "王"]]]
        #expect(state.content.typed(without: []) == partial)
        var dropped = state
        #expect(try await fill(&dropped, ["n", "n"]))
        #expect(
            dropped.content.typed(without: []) == ["team": [["name": "李想", "phone": "1"]]])
        #expect(try await fill(&state, ["y", "", "2", "n"]))
        #expect(
            state.content.typed(without: [])
                == ["team": [["name": "李想", "phone": "1"], ["name": "王", "phone": "2"]]])
    }
}
