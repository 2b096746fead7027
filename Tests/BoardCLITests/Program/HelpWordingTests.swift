import BoardResources
import Testing

@testable import BoardCLI

@Suite("The words of a help page")
struct HelpWordingTests {
    @Test("On a terminal no line is wider than it, and an explanation goes on below itself")
    func width() {
        let long = String(repeating: "长", count: 60)
        let page = "OVERVIEW: " + long + "\n\n  --as <person>           " + long + "\n  --json  短"
        let wording = HelpWording(Texts(.zhHans))
        let lines = wording.help(page, width: 80).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { ColumnText.width(of: $0) <= 80 })
        #expect(lines.joined().filter { $0 == "长" }.count == 120)
        let below = String(repeating: " ", count: 26) + "长"
        #expect(lines.contains { $0.hasPrefix(below) })
        #expect(lines.last == "  --json  短")
        #expect(wording.help(page).split(separator: "\n").count == 3)
    }
}
