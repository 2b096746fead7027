import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Random widgets at random sizes")
struct WidgetFuzzTests {
    /// What people may try to have shown.
    private static let hostile: [SafeText] = [
        SafeText("a\u{202E}txt.exe\u{1B}[2J\u{9B}31m\u{07}"),
        SafeText("e" + String(repeating: "\u{301}", count: 1000)),
        SafeText(String(repeating: "长", count: 10_000)),
        SafeText("👩\u{200D}\u{200D}🔬\u{FE0F}\u{E0041}"),
        SafeText("a\nb\tc\r\n\u{2028}d"), SafeText(utf8: [0xFF, 0x41, 0xC0, 0x80]),
    ]

    @Test(
        "3,000 changes: the terminal shows what was drawn, and nothing is sent where nothing changed",
        arguments: [
            Renderer.Options(), Renderer.Options(ambiguous: .wide),
            Renderer.Options(depth: .sixteen, drawsASCII: true),
        ])
    func shown(options: Renderer.Options) throws {
        var random = SeededGenerator(seed: 1129)
        var scene = RandomWidgets(
            size: Size(columns: 80, rows: 24),
            texts: RandomScreen.steady + RandomScreen.risky + Self.hostile)
        let renderer = Renderer(options)
        var terminal = VirtualTerminal(size: scene.size, ambiguous: options.ambiguous)
        for step in 0..<1_000 {
            let size = scene.size
            scene.change(&random)
            if scene.size != size { terminal.resize(scene.size) }
            var caret: Position?
            renderer.draw(size: scene.size) { frame in
                scene.draw(&frame)
                caret = frame.caret
            } write: {
                terminal.feed($0)
            }
            let faults =
                terminal.faults + renderer.shown.tornGlyphs
                + terminal.differences(from: renderer.shown, depth: options.depth)
            try #require(faults.isEmpty, "step \(step): \(faults.prefix(3))")
            if let caret { try #require(terminal.cursor == caret, "step \(step)") }
            var idle = 0
            renderer.draw(size: scene.size) {
                scene.draw(&$0)
            } write: {
                idle += $0.count
            }
            try #require(idle == 0, "step \(step)")
        }
        #expect(terminal.title == nil)
    }

    @Test(
        "400 changes in tmux: it shows what was drawn",
        .enabled(if: TmuxPane.isInstalled, "tmux is not installed: apt-get install tmux"))
    func inTmux() throws {
        var random = SeededGenerator(seed: 1130)
        var scene = RandomWidgets(
            size: Size(columns: 80, rows: 24), texts: RandomScreen.steady)
        let renderer = Renderer()
        let pane = try TmuxPane(size: scene.size)
        for step in 0..<100 {
            for _ in 0..<4 {
                let size = scene.size
                scene.change(&random)
                if scene.size != size { try pane.resize(scene.size) }
                try renderer.draw(size: scene.size, { scene.draw(&$0) }, write: pane.feed)
            }
            let seen = try pane.screen()
            let differences = seen.differences(from: renderer.shown) + seen.faults
            try #require(differences.isEmpty, "step \(step): \(differences.prefix(3))")
        }
    }

    @Test("Nothing draws outside of its part, whatever it is (seed 8)")
    func inside() throws {
        var random = SeededGenerator(seed: 8)
        var scene = RandomWidgets(
            size: Size(columns: 40, rows: 12), texts: RandomScreen.steady + RandomScreen.risky)
        for step in 0..<1_500 {
            scene.change(&random)
            for (rect, widget) in scene.widgets {
                let buffer = Buffer(size: Size(columns: 48, rows: 16))
                var frame = Frame(buffer)
                for row in 0..<16 {
                    frame.fill(
                        Rect(column: 0, row: row, columns: 48, rows: 1),
                        style: Style(background: .red))
                }
                let before = (0..<16).map { row in (0..<48).map { buffer[column: $0, row: row] } }
                frame.draw(widget, in: rect)
                for row in 0..<16 {
                    for column in 0..<48
                    where !rect.contains(Position(column: column, row: row)) {
                        let cell = buffer[column: column, row: row]
                        try #require(cell == before[row][column], "step \(step): \(widget)")
                    }
                }
            }
        }
    }
}
