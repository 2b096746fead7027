import BoardDomain
import BoardEventLog
import BoardResources
import Testing

@testable import BoardService

@Suite("The foot of a print")
struct PrintFootTests {
    @Test("Every page of every kind names the board, the log's head, its place and the policy")
    func everyPage() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        let head = try await county.log.head()
        for kind in PrintKind.allCases {
            for language in Language.allCases {
                let page = try await county.page(kind, as: "aud", language)
                let origin = page.document.origin
                #expect(origin.position == head.position)
                #expect(origin.hash == head.hash)
                #expect(origin.board == county.log.board.id)
                let foot = page.document.foot.joined(separator: "\n")
                for told in [
                    county.challenge, origin.board, origin.policy, String(head.position),
                    head.hash.text, county.clock.now.localText,
                ] {
                    #expect(foot.contains(told), "\(kind) \(language): \(told)")
                }
                // One foot a sheet, which the browser repeats on each of its pages.
                let feet = page.html.split(separator: "<tfoot>").dropFirst()
                #expect(feet.count == page.document.sheets.count)
                for part in feet {
                    #expect(
                        part.split(separator: "</tfoot>").first?.contains(head.hash.text) == true)
                }
                #expect(page.html.contains("tfoot { display: table-footer-group; }"))
            }
        }
    }

    @Test("It names the reader, but on a notice, which is made to be hung up")
    func reader() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        #expect(try await county.page(.caseFile, as: "aud").document.foot[0].hasSuffix("：aud"))
        #expect(try await county.page(.caseFile).document.foot[0].hasSuffix("：公众"))
        let hung = try await county.page(.notice, as: "aud")
        #expect(hung.document.foot[0].hasSuffix("：公众"))
        #expect(hung.document == (try await county.page(.notice)).document)
    }

    @Test("It moves with the log, and what it names is in the log")
    func moves() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        let before = try await county.page(.caseFile, as: "aud").document.origin
        try await county.invite("later")
        let after = try await county.page(.caseFile, as: "aud").document.origin
        #expect(after.position > before.position)
        let rows = try await county.log.events(after: before.position - 1, limit: 1)
        #expect(rows.first?.hash == before.hash)
    }
}
