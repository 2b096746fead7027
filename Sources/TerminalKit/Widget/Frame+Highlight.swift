extension Frame {
    /// Lays a style over parts of a text that is drawn at a place already: what a filter found. The parts are bytes of its UTF-8, a cluster is
    /// styled whole; what of them lies behind the text's end counts for nothing.
    public func highlight(
        _ ranges: [Range<Int>], of text: SafeText, column: Int, row: Int, _ style: Style
    ) {
        guard let last = ranges.last, last.upperBound > 0 else { return }
        var rest = ranges[...]
        var place = column
        for cluster in text.clusters(ambiguous) {
            while let range = rest.first, range.upperBound <= cluster.utf8.lowerBound {
                rest.removeFirst()
            }
            guard let range = rest.first else { return }
            if range.overlaps(cluster.utf8) {
                restyle(Rect(column: place, row: row, columns: cluster.columns, rows: 1), style)
            }
            place += cluster.columns
        }
    }
}
