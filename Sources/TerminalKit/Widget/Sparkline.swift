/// The course of something in one row, the newest value at the right end.
public struct Sparkline: Widget, Sendable {
    /// In their order.
    public var values: [Double]
    /// How it is drawn.
    public var style: Style

    /// Values from 0 up.
    public init(_ values: [Double], style: Style = .plain) {
        self.values = values
        self.style = style
    }

    /// Two values a column in braille, four levels each; one in ASCII. Only a value of 0 is empty.
    public func draw(on frame: inout Frame) {
        let perColumn = frame.drawsASCII ? 1 : 2
        let shown = Array(values.suffix(frame.size.columns * perColumn))
        let most = shown.max() ?? 0
        guard most > 0 else { return }
        let levels = shown.map { max(0, min(4, Int(($0 / most * 4).rounded(.up)))) }
        for (column, start) in stride(from: 0, to: levels.count, by: perColumn).enumerated() {
            let left = levels[start]
            let right = perColumn == 2 && start + 1 < levels.count ? levels[start + 1] : 0
            frame.write(
                perColumn == 2
                    ? Self.braille(left, right) : frame.symbols.steps[left * 2],
                column: column, style: style)
        }
    }

    /// Dots from below: 7, 3, 2, 1 on the left, 8, 6, 5, 4 on the right.
    private static func braille(_ left: Int, _ right: Int) -> SafeText {
        let lefts: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
        let rights: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]
        let dots = lefts[left] | rights[right]
        guard dots > 0, let scalar = Unicode.Scalar(0x2800 + dots) else { return " " }
        return SafeText(String(scalar))
    }
}
