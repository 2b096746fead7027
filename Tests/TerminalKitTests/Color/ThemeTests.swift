import Testing

@testable import TerminalKit

@Suite("Themes")
struct ThemeTests {
    @Test("Each has its name, and a role can be given another style")
    func names() {
        #expect(Theme.all.map(\.name) == ["dark", "light", "high contrast", "mono"])
        var theme = Theme.mono
        theme[.danger] = Style(.reverse)
        #expect(theme[.danger] == Style(.reverse))
        #expect(theme != .mono && theme[.text] == Theme.mono[.text])
        #expect(Theme(name: "bare", styles: [:])[.danger] == .plain)
    }

    @Test("What plays a part can be told from plain text at every depth", arguments: Theme.all)
    func visible(_ theme: Theme) {
        for depth in ColorDepth.allCases where depth > .none || theme == .mono {
            for role in [Theme.Role.selection, .danger, .warning, .title, .header, .match] {
                #expect(
                    depth.nearest(theme[role]) != depth.nearest(theme[.text]), "\(role) \(depth)")
            }
            #expect(depth.nearest(theme[.selection]) != depth.nearest(theme[.warning]))
        }
    }

    @Test("Mono uses no colour, high contrast only the sixteen")
    func restraint() {
        for role in Theme.Role.allCases {
            #expect(Theme.mono[role] == ColorDepth.none.nearest(Theme.mono[role]))
            let style = Theme.highContrast[role]
            #expect(style == ColorDepth.sixteen.nearest(style))
            #expect(style.foreground != style.background)
        }
    }

    @Test("Text stands out from its ground", arguments: [Theme.dark, .light])
    func contrast(_ theme: Theme) {
        let ground = theme == .dark ? Color.rgb(12, 14, 18) : .rgb(255, 255, 255)
        for role in Theme.Role.allCases where role != .border {
            let style = theme[role]
            guard style.foreground != .standard else { continue }
            let behind = style.background == .standard ? ground : style.background
            #expect(ratio(style.foreground, behind) >= 4.5, "\(role): WCAG 2.2, 1.4.3")
        }
    }

    /// WCAG's contrast ratio.
    private func ratio(_ one: Color, _ other: Color) -> Double {
        let lights = [one, other].map { luminance($0) + 0.05 }.sorted()
        return lights[1] / lights[0]
    }

    private func luminance(_ color: Color) -> Double {
        guard case .rgb(let red, let green, let blue) = color.parts else { return .nan }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// An approximation of sRGB's curve by powers that need no library: within 0.01 of it.
    private func linear(_ value: UInt8) -> Double {
        let part = Double(value) / 255
        return part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878)
    }
}
