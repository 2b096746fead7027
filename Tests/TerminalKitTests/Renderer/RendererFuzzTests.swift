import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("The renderer in a terminal in memory")
struct RendererFuzzTests {
    /// Erasure to the end of the line and of cells, scrolling up and down in a region: no piece of text has these letters.
    private static let economies: Set = ["\u{1B}[K", "X", "\n\u{1B}[r", "\u{1B}M\u{1B}[r"]

    @Test(
        "10,000 random edits: what is sent piece by piece shows what was drawn (seed 20261121)",
        arguments: [
            Renderer.Options(synchronized: true),
            Renderer.Options(depth: .sixteen, ambiguous: .wide),
        ])
    func incremental(_ options: Renderer.Options) throws {
        var random = SeededGenerator(seed: 20_261_121)
        var screen = RandomScreen(
            size: Size(columns: 40, rows: 12), pieces: RandomScreen.steady + RandomScreen.risky,
            styles: RandomScreen.styles)
        let renderer = Renderer(options)
        var terminal = VirtualTerminal(size: screen.size, ambiguous: options.ambiguous)
        var unused = Self.economies
        for step in 0..<5_000 {
            if step % 97 == 96 {
                screen.resize(&random)
                terminal.resize(screen.size)
            }
            if step % 211 == 210 { renderer.invalidate() }
            screen.edit(&random)
            renderer.draw(
                size: screen.size, { screen.draw(&$0) },
                write: { bytes in
                    terminal.feed(bytes)
                    unused = unused.filter {
                        !String(decoding: bytes, as: UTF8.self).contains($0)
                    }
                })
            let faults = faults(of: terminal, showing: screen, renderer)
            try #require(faults.isEmpty, "step \(step): \(faults.prefix(3))")
            var idle = 0
            renderer.draw(
                size: screen.size, { screen.draw(&$0) }, write: { idle += max(1, $0.count) })
            try #require(idle == 0, "step \(step)")
            if step % 20 == 0 {
                let differences = differences(terminal, fromAnew: screen, options)
                try #require(differences.isEmpty, "step \(step): \(differences.prefix(3))")
            }
        }
        #expect(unused.isEmpty)
    }

    /// A frame of the same picture drawn on an empty buffer, not the renderer's own, is what the terminal has to show.
    private func faults(
        of terminal: VirtualTerminal, showing screen: RandomScreen, _ renderer: Renderer
    ) -> [String] {
        let whole = Buffer(
            size: screen.size, glyphs: renderer.shown.glyphs, styles: renderer.shown.styles,
            ambiguous: renderer.options.ambiguous)
        var frame = Frame(whole)
        screen.draw(&frame)
        var faults = terminal.faults + whole.tornGlyphs
        faults += terminal.differences(from: whole, depth: renderer.options.depth)
        if (terminal.modes[25] == true) != (screen.caret != nil) {
            faults.append("caret \(String(describing: screen.caret))")
        }
        if let caret = screen.caret, terminal.cursor != caret {
            faults.append("cursor at \(terminal.cursor) instead of \(caret)")
        }
        return faults
    }

    private func differences(
        _ terminal: VirtualTerminal, fromAnew screen: RandomScreen, _ options: Renderer.Options
    ) -> [String] {
        let renderer = Renderer(options)
        var anew = VirtualTerminal(size: screen.size, ambiguous: options.ambiguous)
        renderer.draw(size: screen.size, { screen.draw(&$0) }, write: { anew.feed($0) })
        return terminal.differences(from: anew) + anew.faults
    }
}

extension Buffer {
    /// Halves of wide glyphs without the other half.
    var tornGlyphs: [String] {
        var torn: [String] = []
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = self[column: column, row: row]
                let isTorn =
                    cell.isContinuation
                    ? column == 0 || !self[column: column - 1, row: row].isWide
                    : cell.isWide && !self[column: column + 1, row: row].isContinuation
                if isTorn { torn.append("torn at \(column), \(row)") }
            }
        }
        return torn
    }
}
