import BoardDomain
import Testing

@testable import BoardService

@Suite("One object of a file")
struct CaseSectionTests {
    private let file: JSON = [
        "id": "XC-2026-0001", "state": "open",
        "bids": [["id": "2", "state": "sealed"]],
        "panels": [["id": "1", "seats": [["id": "1.2", "state": "declared"]]]],
    ]

    @Test("It is found wherever its section stands")
    func found() {
        #expect(CaseSection.object(.init(.bid, "2"), in: file)?["state"] == "sealed")
        #expect(CaseSection.object(.init(.seat, "1.2"), in: file)?["state"] == "declared")
    }

    @Test("What is not in the file is not found, whatever else has its number")
    func absent() {
        #expect(CaseSection.object(.init(.bid, "1"), in: file) == nil)
        #expect(CaseSection.object(.init(.panel, "2"), in: file) == nil)
    }

    @Test("What waits on it is told with it, under its own name")
    func waiting() {
        let step = { (object: String, title: String) -> JSON in
            ["object": .string(object), "rule": "B3", "text": ["title": .string(title)]]
        }
        let file: JSON = ["waiting": [step("bid/2", "甲"), step("bid/3", "乙")]]
        let waiting = CaseSection.waiting(on: .init(.bid, "3"), in: file)
        #expect(waiting.map { $0["object"] } == ["bid/3"])
        #expect(CaseSection.waiting(on: .init(.bid, "4"), in: file).isEmpty)
    }
}
