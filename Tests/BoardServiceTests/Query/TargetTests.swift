import Testing

@testable import BoardService

@Suite("What an identifier could have meant")
struct TargetTests {
    @Test("A sanction's number is no mistyped challenge's; a name without a kind may be anything")
    func alike() {
        #expect(Target.isAlike("SX-2026-0001", "SX-2026-0007"))
        #expect(Target.isAlike("xc-2026-0001", "XC-2026-0007"))
        #expect(!Target.isAlike("XC-2026-0007", "SX-2026-0007"))
        #expect(!Target.isAlike("li-wanqing", "SX-2026-0007"))
        #expect(Target.isAlike("XC-2026-0007", "2026-0007"))
    }
}
