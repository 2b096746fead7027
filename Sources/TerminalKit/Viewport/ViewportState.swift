/// How far something longer than its part of the screen is scrolled. Drawing and scrolling both keep within what there is, so it may be kept when
/// either length changes.
public struct ViewportState: Hashable, Sendable {
    /// The first row in sight, as it was last asked for.
    public private(set) var top: Int

    /// At the beginning, unless told otherwise.
    public init(top: Int = 0) { self.top = max(0, top) }

    /// How long something is, and how much of it is in sight.
    public struct Extent: Hashable, Sendable {
        /// Rows that there are.
        public var count: Int
        /// Rows that are in sight at once.
        public var height: Int

        /// Of rows.
        public init(count: Int, height: Int) {
            self.count = max(0, count)
            self.height = max(0, height)
        }

        /// The last row that can be the first in sight.
        public var lastTop: Int { max(0, count - height) }
    }

    /// The first row in sight.
    public func first(in extent: Extent) -> Int { min(top, extent.lastTop) }

    /// Scrolls by so many rows, the mouse's wheel too. False where all is as it was.
    @discardableResult
    public mutating func scroll(by rows: Int, in extent: Extent) -> Bool {
        let before = first(in: extent)
        top = max(0, min(before + rows, extent.lastTop))
        return top != before
    }

    /// Scrolls as little as is needed for a row to be in sight.
    public mutating func reveal(_ row: Int, in extent: Extent) {
        let first = first(in: extent)
        top = max(0, min(first, row))
        if row >= first + extent.height { top = max(0, row - extent.height + 1) }
    }

    /// Arrows, `j` and `k`, pages (Space too), half pages by Ctrl-D and Ctrl-U, `g` and `G`, Home and End. False for any other key.
    public mutating func handle(_ event: KeyEvent, in extent: Extent) -> Bool {
        let page = max(1, extent.height - 1)
        switch (event.key, event.modifiers) {
        case (.down, []), (.character("j"), []): scroll(by: 1, in: extent)
        case (.up, []), (.character("k"), []): scroll(by: -1, in: extent)
        case (.pageDown, []), (.character("f"), .control), (.character(" "), []):
            scroll(by: page, in: extent)
        case (.pageUp, []), (.character("b"), .control): scroll(by: -page, in: extent)
        case (.character("d"), .control): scroll(by: max(1, extent.height / 2), in: extent)
        case (.character("u"), .control): scroll(by: -max(1, extent.height / 2), in: extent)
        case (.home, []), (.character("g"), []): top = 0
        case (.end, []), (.character("G"), _): top = extent.lastTop
        default: return false
        }
        return true
    }
}
