import Testing

@testable import TerminalKit

@Suite("How many colours")
struct ColorDetectionTests {
    private static let vectors: [([String: String], ColorDepth)] = [
        ([:], .none), (["TERM": "dumb"], .none), (["TERM": "vt100"], .none),
        (["TERM": "xterm"], .sixteen), (["TERM": "linux"], .sixteen),
        (["TERM": "linux", "COLORTERM": "1"], .sixteen),
        (["TERM": "xterm-256color"], .palette), (["TERM": "xterm", "COLORTERM": "1"], .palette),
        (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .truecolor),
        (["TERM": "xterm-256color", "COLORTERM": "24bit"], .truecolor),
        (["TERM": "XTERM-256COLOR", "COLORTERM": "TrueColor"], .truecolor),
        (["TERM": "xterm-direct"], .truecolor), (["TERM": "xterm-kitty"], .truecolor),
        (["TERM": "alacritty"], .truecolor), (["TERM": "foot"], .truecolor),
        (["TERM": "screen-256color", "COLORTERM": "truecolor"], .palette),
        (["TERM": "screen", "COLORTERM": "truecolor"], .sixteen),
        (
            ["TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux-0/default"],
            .truecolor
        ),
        (["TERM": "tmux-256color"], .palette), (["TERM": "dumb", "COLORTERM": "truecolor"], .none),
    ]

    @Test("The environment tells", arguments: vectors)
    func environment(_ environment: [String: String], _ wanted: ColorDepth) {
        #expect(ColorDepth.detect(environment: environment, isTerminal: true) == wanted)
        #expect(ColorDepth.detect(environment: environment, isTerminal: false) == .none)
    }

    @Test("The flag comes first, then NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal")
    func order() {
        let rich = ["TERM": "xterm-256color"]
        let no = rich.merging(["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]) { $1 }
        let forced = rich.merging(["CLICOLOR_FORCE": "1"]) { $1 }
        #expect(ColorDepth.detect(.never, environment: forced, isTerminal: true) == .none)
        #expect(ColorDepth.detect(.always, environment: no, isTerminal: false) == .palette)
        #expect(ColorDepth.detect(.always, environment: [:], isTerminal: false) == .sixteen)
        #expect(
            ColorDepth.detect(.depth(.truecolor), environment: no, isTerminal: false) == .truecolor)
        #expect(ColorDepth.detect(environment: no, isTerminal: true) == .none)
        #expect(ColorDepth.detect(environment: forced, isTerminal: false) == .palette)
        for off in ["", "0"] {
            let environment = rich.merging(["CLICOLOR_FORCE": off]) { $1 }
            #expect(ColorDepth.detect(environment: environment, isTerminal: false) == .none)
        }
        let empty = rich.merging(["NO_COLOR": ""]) { $1 }
        #expect(ColorDepth.detect(environment: empty, isTerminal: true) == .palette)
    }
}
