/// The styles of a screen by number, each kept once. Numbers stay what they are until the renderer sweeps those away, between two frames,
/// that no cell on the screen has any more.
public final class StyleTable {
    /// Above so many the renderer sweeps.
    static let sweepAbove = 4096
    /// The last number is not given out.
    static let most = Int(StyleID.max)

    private(set) var styles: [Style] = [.plain]
    private var free: [StyleID] = []
    /// Open addressing, a power of two: a style's number, or 0 for nothing (the number 0 is never looked up).
    private var slots: [StyleID]
    private var lastStyle = Style.plain
    private var lastID: StyleID = 0
    /// Goes up with each sweep: whoever keeps something by number looks at it.
    private(set) var generation = 0

    /// With the terminal's own style as number 0.
    public init() { slots = Array(repeating: 0, count: 256) }

    /// How many are kept.
    public var count: Int { styles.count - free.count }

    /// The number of a style. When 65,534 are kept, any further one is drawn in the terminal's own.
    public func id(of style: Style) -> StyleID {
        if style == lastStyle { return lastID }
        if style == .plain { return 0 }
        let id = find(style) ?? insert(style)
        lastStyle = style
        lastID = id
        return id
    }

    /// The style of a number that `id(of:)` gave.
    public func style(_ id: StyleID) -> Style { styles[Int(id)] }

    private func find(_ style: Style) -> StyleID? {
        var slot = place(style)
        while slots[slot] != 0 {
            if styles[Int(slots[slot])] == style { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func insert(_ style: Style) -> StyleID {
        let id: StyleID
        if let freed = free.popLast() {
            id = freed
            styles[Int(id)] = style
        } else if styles.count < Self.most {
            id = StyleID(styles.count)
            styles.append(style)
        } else {
            return 0
        }
        if count * 2 > slots.count { rebuild(slots: slots.count * 2) } else { occupy(id) }
        return id
    }

    private func occupy(_ id: StyleID) {
        var slot = place(styles[Int(id)])
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id
    }

    private func place(_ style: Style) -> Int {
        var word = UInt64(style.foreground.word) | UInt64(style.background.word) << 32
        word ^= UInt64(style.attributes.rawValue) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: word >> 32) & (slots.count - 1)
    }

    private func rebuild(slots wanted: Int) {
        slots = Array(repeating: 0, count: wanted)
        let freed = Set(free)
        for id in 1..<max(1, styles.count) where !freed.contains(StyleID(id)) {
            occupy(StyleID(id))
        }
    }

    /// Frees every number that is not in `live`.
    func sweep(keeping live: Set<StyleID>) {
        free = (1..<StyleID(styles.count)).filter { !live.contains($0) }
        lastStyle = .plain
        lastID = 0
        generation += 1
        rebuild(slots: slots.count)
    }
}
