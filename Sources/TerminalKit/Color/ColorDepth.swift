/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Comparable, CaseIterable {
    /// Attributes only.
    case none
    /// The sixteen of the terminal's own palette.
    case sixteen
    /// The 6×6×6 cube and the greys of xterm, and the sixteen.
    case palette
    /// 24 bits.
    case truecolor

    /// By how many there are.
    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The nearest colour that can be shown, in OKLab. Of the sixteen nobody knows how they look, so a palette keeps clear of them.
    public func nearest(_ color: Color) -> Color {
        switch (self, color.parts) {
        case (_, .standard), (.truecolor, _), (.palette, .indexed): return color
        case (.none, _): return .standard
        case (.palette, .rgb(let red, let green, let blue)):
            return .indexed(Palette.nearest(red, green, blue, in: 16...255))
        case (.sixteen, .indexed(let index)):
            if index < 16 { return color }
            let (red, green, blue) = Palette.rgb(index)
            return .indexed(Palette.nearest(red, green, blue, in: 0...15))
        case (.sixteen, .rgb(let red, let green, let blue)):
            return .indexed(Palette.nearest(red, green, blue, in: 0...15))
        }
    }

    /// A style as it can be shown. Where two colours that differ become the same one, the text turns black or white, whichever stands out.
    public func nearest(_ style: Style) -> Style {
        var shown = style
        shown.foreground = nearest(style.foreground)
        shown.background = nearest(style.background)
        if shown.foreground == shown.background, style.foreground != style.background,
            shown.background != .standard
        {
            shown.foreground = Palette.isLight(shown.background) ? .black : .brightWhite
        }
        return shown
    }
}

/// The 256 colours as xterm shows them.
enum Palette {
    private static let sixteen: [(UInt8, UInt8, UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
        (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let labs: [OKLab] = (0...255).map { index in
        let (red, green, blue) = rgb(UInt8(index))
        return OKLab(red: red, green: green, blue: blue)
    }

    static func rgb(_ index: UInt8) -> (UInt8, UInt8, UInt8) {
        let index = Int(index)
        if index < 16 { return sixteen[index] }
        if index >= 232 {
            let grey = UInt8(8 + 10 * (index - 232))
            return (grey, grey, grey)
        }
        let cube = index - 16
        return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    static func nearest(
        _ red: UInt8, _ green: UInt8, _ blue: UInt8, in indices: ClosedRange<Int>
    ) -> UInt8 {
        let wanted = OKLab(red: red, green: green, blue: blue)
        var best = indices.lowerBound
        var least = Double.infinity
        for index in indices {
            let distance = labs[index].distanceSquared(to: wanted)
            if distance < least { (best, least) = (index, distance) }
        }
        return UInt8(best)
    }

    static func isLight(_ color: Color) -> Bool {
        switch color.parts {
        case .standard: false
        case .indexed(let index): labs[Int(index)].lightness > 0.6
        case .rgb(let red, let green, let blue):
            OKLab(red: red, green: green, blue: blue).lightness > 0.6
        }
    }
}
