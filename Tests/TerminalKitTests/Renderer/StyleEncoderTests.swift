import Testing

@testable import TerminalKit

@Suite("Changes of style")
struct StyleEncoderTests {
    private static let vectors: [(Style, Style, String)] = [
        (.plain, Style(.bold), "^[1m"), (Style(.bold), .plain, "^[m"),
        (Style(.bold), Style([.bold, .underline]), "^[4m"),
        (Style([.bold, .dim]), Style(.dim), "^[;2m"),
        (
            Style(foreground: .indexed(99), [.bold, .dim]), Style(foreground: .indexed(99), .dim),
            "^[22;2m"
        ),
        (Style([.italic, .underline]), Style(.italic), "^[24m"),
        (Style([.bold, .reverse]), Style(.bold), "^[27m"),
        (Style([.bold, .strikethrough]), Style([.bold, .italic]), "^[29;3m"),
        (.plain, Style(foreground: .red), "^[31m"),
        (Style(foreground: .red), Style(foreground: .blue), "^[34m"),
        (Style(foreground: .red, .bold), Style(.bold), "^[39m"),
        (.plain, Style(background: .indexed(12)), "^[104m"),
        (.plain, Style(foreground: .brightWhite), "^[97m"),
        (.plain, Style(foreground: .indexed(99)), "^[38;5;99m"),
        (.plain, Style(background: .rgb(1, 20, 255)), "^[48;2;1;20;255m"),
        (Style(foreground: .red, background: .blue, .bold), Style(foreground: .red), "^[;31m"),
        (
            Style(foreground: .rgb(1, 2, 3), background: .blue),
            Style(foreground: .rgb(1, 2, 3)), "^[49m"
        ),
    ]

    @Test("Each is the shortest SGR", arguments: vectors)
    func change(_ old: Style, _ new: Style, _ wanted: String) {
        let table = StyleTable()
        let ids = (table.id(of: old), table.id(of: new))
        var encoder = StyleEncoder(depth: .truecolor)
        _ = written { encoder.set(ids.0, table, &$0) }
        #expect(written { encoder.set(ids.1, table, &$0) } == wanted)
        #expect(written { encoder.set(ids.1, table, &$0) } == "")
    }

    @Test("Styles that look the same at a depth need no SGR")
    func depth() {
        let table = StyleTable()
        var encoder = StyleEncoder(depth: .sixteen)
        let ids = [Color.rgb(255, 0, 0), .rgb(254, 1, 1), .indexed(9)].map {
            table.id(of: Style(foreground: $0))
        }
        #expect(written { sink in for id in ids { encoder.set(id, table, &sink) } } == "^[91m")
    }

    @Test(
        "A space needs no SGR for what cannot be seen on it",
        arguments: [
            (Style.plain, Style(foreground: .red, [.bold, .italic]), true),
            (Style(background: .blue), Style(foreground: .red, background: .blue), true),
            (.plain, Style(background: .blue), false), (.plain, Style(.underline), false),
            (Style(.underline), Style(foreground: .red, .underline), false),
            (Style(.reverse), Style(foreground: .red, .reverse), false),
            // Bold may brighten, dim darkens what fills or underlines.
            (Style(.reverse), Style([.reverse, .bold]), false),
            (Style(.underline), Style([.underline, .dim]), false),
            (Style(.underline), Style([.underline, .italic]), true),
        ])
    func space(_ current: Style, _ wanted: Style, _ isSame: Bool) {
        let table = StyleTable()
        let ids = (table.id(of: current), table.id(of: wanted))
        var encoder = StyleEncoder(depth: .truecolor)
        _ = written { encoder.set(ids.0, table, &$0) }
        #expect(encoder.showsSpace(ids.1, table) == isSame)
    }
}
