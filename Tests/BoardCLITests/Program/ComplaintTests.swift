import BoardDomain
import BoardResources
import BoardService
import Testing

@testable import BoardCLI

@Suite("Complaints")
struct ComplaintTests {
    @Test(
        "Each kind of fault has its exit status, on which scripts rely",
        arguments: [
            (BoardFault.notAnOpener("a"), 1), (BoardFault.instantNotAllowed, 2),
            (BoardFault.keyMissing("a"), 3), (BoardFault.keyExists("a"), 4),
            (EventLogError.readOnly, 5),
        ] as [(any Error & Sendable, Int32)])
    func statuses(fault: any Error & Sendable, status: Int32) {
        let complaint = Complaint(fault, texts: Texts(.en))
        #expect(complaint.status.rawValue == status)
        #expect(complaint.json["error"]?["status"] == .integer(Int64(status)))
        #expect(complaint.json["error"]?["message"] == .string(complaint.message))
    }

    @Test("A complaint of the command line's own stays as it is")
    func own() {
        let complaint = Complaint(.usage, "x", details: ["code": "y"])
        let told = Complaint(complaint, texts: Texts(.en))
        #expect(told.status == .usage && told.message == "x" && told.details == ["code": "y"])
    }
}
