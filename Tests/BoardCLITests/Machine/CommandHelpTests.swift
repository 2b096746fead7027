import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI

@Suite("Help on the machine's commands")
struct CommandHelpTests {
    @Test(
        "Every command tells its rules and fields in every language",
        arguments: CommandHelp.names())
    func everyCommand(name: String) throws {
        let help = try #require(CommandHelp(name))
        for language in Language.allCases {
            let lines = help.lines(in: Texts(language), width: 100)
            let text = lines.joined(separator: "\n")
            #expect(!text.contains("⟦"))
            for row in TransitionTable.standard.rows where row.command == name {
                // What stands in for a broken row, as a late seal does, is nobody's to ask for.
                guard row.whenBroken == nil else {
                    #expect(!text.contains(row.key))
                    continue
                }
                #expect(text.contains(row.key))
                for use in row.declaredFields { #expect(text.contains(use.name)) }
            }
        }
    }

    @Test("§0 What waits for a signature is sent back by a command with help of its own")
    func sendBack() throws {
        let help = try #require(CommandHelp("send-back"))
        let text = help.lines(in: Texts(.zhHans), width: 100).joined(separator: "\n")
        for word in ["send-back", "step", "reason", "--field step=…"] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(CommandHelp.names().contains("send-back"))
    }

    @Test("What makes a stream is put to new, what makes an object to its case")
    func example() throws {
        for (name, place) in [
            ("create", "do new create"), ("report-misconduct", "do sanction/new report-misconduct"),
            ("open-pool", "do pool/new open-pool"), ("submit", "do ID submit"),
            ("ask", "do ID ask"),
        ] {
            let help = try #require(CommandHelp(name))
            #expect(help.lines(in: Texts(.en), width: 100).last?.contains(place) == true, "\(name)")
        }
    }

    @Test("What no row has is no command")
    func unknown() {
        #expect(CommandHelp("publsh") == nil)
    }
}
