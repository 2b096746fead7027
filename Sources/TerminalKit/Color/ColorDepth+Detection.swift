/// What the user asked for on the command line.
public enum ColorChoice: Hashable, Sendable {
    /// What the environment says.
    case automatic
    /// None.
    case never
    /// Colours even where the output is no terminal; as many as the environment says, at least sixteen.
    case always
    /// Exactly this.
    case depth(ColorDepth)
}

extension ColorDepth {
    /// Terminals whose `TERM` tells that they show 24 bits.
    private static let truecolorTerms = [
        "alacritty", "contour", "foot", "ghostty", "kitty", "mintty", "rio", "wezterm",
    ]
    /// Terminals without colours.
    private static let colorlessTerms: Set<String> = [
        "", "dumb", "unknown", "vt52", "vt100", "vt102", "vt220", "vt320",
    ]

    /// How many colours to use: the flag first, then `NO_COLOR` (not empty), then `CLICOLOR_FORCE` (neither empty nor 0), then whether
    /// the output is a terminal, then what `COLORTERM` and `TERM` tell.
    public static func detect(
        _ choice: ColorChoice = .automatic, environment: [String: String], isTerminal: Bool
    ) -> ColorDepth {
        let told = fromTerminal(environment)
        switch choice {
        case .never: return .none
        case .depth(let depth): return depth
        case .always: return max(.sixteen, told)
        case .automatic: break
        }
        if let no = environment["NO_COLOR"], !no.isEmpty { return .none }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" {
            return max(.sixteen, told)
        }
        return isTerminal ? told : .none
    }

    private static func fromTerminal(_ environment: [String: String]) -> ColorDepth {
        let term = (environment["TERM"] ?? "").lowercased()
        if colorlessTerms.contains(term) { return .none }
        // GNU screen passes COLORTERM on from the terminal it runs in, but shows 256; tmux calls itself screen too.
        if term.hasPrefix("screen"), environment["TMUX"] == nil {
            return term.hasSuffix("256color") ? .palette : .sixteen
        }
        let colorTerm = (environment["COLORTERM"] ?? "").lowercased()
        if colorTerm == "truecolor" || colorTerm == "24bit" { return .truecolor }
        if term.hasSuffix("-direct") || term.hasSuffix("-truecolor") { return .truecolor }
        if truecolorTerms.contains(where: { term == $0 || term.hasSuffix("-" + $0) }) {
            return .truecolor
        }
        if term.hasSuffix("256color") || !colorTerm.isEmpty && term != "linux" { return .palette }
        return .sixteen
    }
}
