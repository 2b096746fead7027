import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Colours")
struct ColorDepthTests {
    @Test(
        "A colour that is not shown becomes the nearest that is",
        arguments: [
            (Color.rgb(255, 0, 0), 196, 9), (.rgb(255, 255, 255), 231, 15), (.rgb(0, 0, 0), 16, 0),
            (.rgb(128, 128, 128), 244, 8), (.rgb(0, 95, 135), 24, 8), (.rgb(8, 8, 8), 232, 0),
            (.rgb(0, 0, 238), 21, 4), (.rgb(0, 205, 0), 40, 2), (.rgb(238, 238, 238), 255, 7),
        ])
    func nearest(_ color: Color, _ palette: UInt8, _ sixteen: UInt8) {
        #expect(ColorDepth.truecolor.nearest(color) == color)
        #expect(ColorDepth.palette.nearest(color) == .indexed(palette))
        #expect(ColorDepth.sixteen.nearest(color) == .indexed(sixteen))
        #expect(ColorDepth.none.nearest(color) == .standard)
    }

    @Test("What a depth can show stays as it is, at every depth")
    func kept() {
        for depth in ColorDepth.allCases { #expect(depth.nearest(Color.standard) == .standard) }
        for index in UInt8.min...UInt8.max {
            let color = Color.indexed(index)
            #expect(ColorDepth.truecolor.nearest(color) == color)
            #expect(ColorDepth.palette.nearest(color) == color)
            guard case .indexed(let shown) = ColorDepth.sixteen.nearest(color).parts else {
                Issue.record("\(index) is no longer of the palette")
                continue
            }
            #expect(index < 16 ? shown == index : shown < 16)
        }
    }

    @Test("A colour of the cube or the greys is its own nearest")
    func ownNearest() {
        for index in UInt8(16)...255 {
            let (red, green, blue) = Palette.rgb(index)
            let shown = ColorDepth.palette.nearest(Color.rgb(red, green, blue))
            guard case .indexed(let other) = shown.parts else {
                Issue.record("\(index) is no longer of the palette")
                continue
            }
            #expect(Palette.rgb(other) == (red, green, blue))
        }
    }

    @Test("No other of the palette is nearer, by all of them (seed 3)")
    func exhaustive() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let (red, green, blue) = (
                UInt8(random.below(256)), UInt8(random.below(256)), UInt8(random.below(256))
            )
            let wanted = OKLab(red: red, green: green, blue: blue)
            let distances = (UInt8(16)...255).map { index in
                let (r, g, b) = Palette.rgb(index)
                return OKLab(red: r, green: g, blue: b).distanceSquared(to: wanted)
            }
            let best = distances.indices.min { distances[$0] < distances[$1] }
            #expect(
                ColorDepth.palette.nearest(Color.rgb(red, green, blue))
                    == best.map { .indexed(UInt8(16 + $0)) })
        }
    }

    @Test("OKLab has the coordinates that its author gives")
    func lab() {
        let vectors: [(UInt8, UInt8, UInt8, Double, Double, Double)] = [
            (255, 255, 255, 1, 0, 0), (0, 0, 0, 0, 0, 0),
            (255, 0, 0, 0.62796, 0.22486, 0.12585), (0, 255, 0, 0.86644, -0.23389, 0.17950),
            (0, 0, 255, 0.45201, -0.03246, -0.31153),
        ]
        for (red, green, blue, lightness, greenRed, blueYellow) in vectors {
            let lab = OKLab(red: red, green: green, blue: blue)
            #expect(abs(lab.lightness - lightness) < 1e-4)
            #expect(abs(lab.greenRed - greenRed) < 1e-4)
            #expect(abs(lab.blueYellow - blueYellow) < 1e-4)
        }
    }

    @Test("Text does not vanish where its two colours become one")
    func contrast() {
        let style = Style(foreground: .rgb(250, 20, 20), background: .rgb(255, 0, 0), .bold)
        #expect(ColorDepth.truecolor.nearest(style) == style)
        for depth in [ColorDepth.palette, .sixteen] {
            let shown = depth.nearest(style)
            #expect(shown.foreground != shown.background)
            #expect(shown.attributes == .bold)
        }
        #expect(ColorDepth.none.nearest(style) == Style(.bold))
        let same = Style(foreground: .rgb(1, 2, 3), background: .rgb(1, 2, 3))
        let shown = ColorDepth.sixteen.nearest(same)
        #expect(shown.foreground == shown.background, "what was meant to be hidden stays so")
    }
}
