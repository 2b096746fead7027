import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("The renderer in tmux")
struct RendererTmuxTests {
    @Test(
        "10,000 random edits: tmux shows what was drawn, with the cursor at the caret (seed 1121)",
        .enabled(if: TmuxPane.isInstalled, "tmux is not installed: apt-get install tmux"))
    func incremental() throws {
        var random = SeededGenerator(seed: 1121)
        var screen = RandomScreen(
            size: Size(columns: 60, rows: 16), pieces: RandomScreen.steady,
            styles: RandomScreen.styles)
        let renderer = Renderer()
        let pane = try TmuxPane(size: screen.size)
        for step in 0..<250 {
            if step % 5 == 4 {
                screen.resize(&random)
                try pane.resize(screen.size)
            }
            for _ in 0..<40 {
                screen.edit(&random)
                try renderer.draw(size: screen.size, { screen.draw(&$0) }, write: pane.feed)
            }
            let seen = try pane.screen()
            let differences = seen.differences(from: renderer.shown) + seen.faults
            try #require(differences.isEmpty, "step \(step): \(differences.prefix(3))")
            if let caret = screen.caret { try #require(pane.cursor() == caret, "step \(step)") }
        }
    }
}
