extension Rect {
    /// Where something of this size opens beside a field: below it where there is room in this rectangle, otherwise above it, and so far to the left
    /// that it is seen; smaller where there is no room at all.
    public func popup(_ size: Size, beside anchor: Rect) -> Rect {
        let below = endRow - anchor.endRow
        let above = anchor.row - row
        let isBelow = size.rows <= below || below >= above
        let rows = Swift.min(size.rows, Swift.max(0, isBelow ? below : above))
        let columns = Swift.min(size.columns, self.columns)
        return Rect(
            column: Swift.max(column, Swift.min(anchor.column, endColumn - columns)),
            row: isBelow ? anchor.endRow : anchor.row - rows, columns: columns, rows: rows)
    }
}
