/// The grapheme clusters of text that has passed the gate, with their widths.
enum Clusters {
    struct Cluster {
        /// UTF-8 offsets.
        var start: Int
        var end: Int
        /// The scalar where it is the only one.
        var scalar: UInt32?
        var width: ClusterWidth
    }

    /// Neighbours that are both plain need no search for the boundary between them, which costs far more than all the rest.
    static func forEach(in string: String, _ body: (Cluster) -> Void) {
        let utf8 = string.utf8
        _ = utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return }
            var offset = 0
            while offset < bytes.count {
                let (scalar, length) = decodeScalar(start + offset)
                var end = offset + length
                if !isPlain(scalar)
                    || end < bytes.count && !isPlain(decodeScalar(start + end).scalar)
                {
                    let index = utf8.index(utf8.startIndex, offsetBy: offset)
                    end = utf8.distance(from: utf8.startIndex, to: string.index(after: index))
                    end = endOfHalf(start, offset, end)
                }
                if end == offset + length {
                    let width = ScalarClass.of(scalar) & ScalarClass.widthMask
                    let isAmbiguous = width == ScalarClass.ambiguous
                    body(
                        Cluster(
                            start: offset, end: end, scalar: scalar,
                            width: ClusterWidth(
                                columns: scalar == 0x0A ? 0 : isAmbiguous ? 1 : Int(width),
                                ambiguous: isAmbiguous ? 1 : 0)))
                } else {
                    let first = utf8.index(utf8.startIndex, offsetBy: offset)
                    let last = utf8.index(utf8.startIndex, offsetBy: end)
                    body(
                        Cluster(
                            start: offset, end: end, scalar: nil,
                            width: .of(string.unicodeScalars[first..<last])))
                }
                offset = end
            }
        }
    }

    /// A conjunct is a cluster, but terminals give each of its consonants cells of its own, and keep or
    /// overwrite them apart: so do we.
    private static func endOfHalf(_ start: UnsafePointer<UInt8>, _ offset: Int, _ end: Int) -> Int {
        var place = offset
        var isLinked = false
        while place < end {
            let (value, length) = decodeScalar(start + place)
            if isLinked, ScalarClass.columns(value, .narrow) > 0 { return place }
            isLinked =
                Unicode.Scalar(value)?.properties.canonicalCombiningClass == .virama
            place += length
        }
        return end
    }

    private static func isPlain(_ scalar: UInt32) -> Bool {
        ScalarClass.of(scalar) & ScalarClass.plain != 0 && Int(scalar) < ScalarClass.count
    }
}

extension SafeText {
    /// A grapheme cluster: what a cursor steps over and a line may be broken beside.
    public struct Cluster: Hashable, Sendable {
        /// Where it stands, in UTF-8 bytes of the text: what `subscript(utf8:)` takes.
        public let utf8: Range<Int>
        /// 1 or 2; 0 for a line feed.
        public let columns: Int
        /// Its first scalar.
        public let first: Unicode.Scalar
    }

    /// All of them, in order.
    public func clusters(_ ambiguous: AmbiguousWidth = .narrow) -> [Cluster] {
        var found: [Cluster] = []
        found.reserveCapacity(string.utf8.count / 2)
        let utf8 = string.utf8
        Clusters.forEach(in: string) { cluster in
            let index = utf8.index(utf8.startIndex, offsetBy: cluster.start)
            found.append(
                Cluster(
                    utf8: cluster.start..<cluster.end,
                    columns: cluster.width.columns(ambiguous),
                    first: string.unicodeScalars[index]))
        }
        return found
    }

    /// A part between two boundaries of clusters, as safe as the whole.
    public subscript(utf8 range: Range<Int>) -> SafeText {
        let utf8 = string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
        return SafeText(
            metered: String(string[start..<end]), replacements: replacements, form: form)
    }

    /// As many clusters from the start as fit into so many columns.
    public func prefix(columns most: Int, _ ambiguous: AmbiguousWidth = .narrow) -> SafeText {
        if columns(ambiguous) <= most { return self }
        var used = 0
        var end = 0
        for cluster in clusters(ambiguous) {
            guard used + cluster.columns <= most else { break }
            used += cluster.columns
            end = cluster.utf8.upperBound
        }
        return self[utf8: 0..<end]
    }
}
