/// What a text takes on a line, measured once when it is made.
struct TextMetrics {
    /// Scalars of a line.
    static let mostScalars = 512
    /// UTF-8 bytes of a body.
    static let mostBytes = 64 * 1024

    private(set) var columns = 0
    private(set) var ambiguous = 0
    private(set) var isPlain = true

    /// Of text that may pass the gate as it is, nil of any other: ASCII and Chinese go this way.
    static func ofPlain(
        _ string: String, form: SafeText.Form, isLimited: Bool = true
    ) -> TextMetrics? {
        guard form == .line || !isLimited || string.utf8.count <= mostBytes else { return nil }
        var metrics = TextMetrics()
        let scalars = string.utf8.withContiguousStorageIfAvailable {
            metrics.takePlain($0, lineFeeds: form == .body)
        }
        guard let count = scalars ?? nil else { return nil }
        return form == .line && isLimited && count > mostScalars ? nil : metrics
    }

    private init() {}

    /// Of two plain texts after each other.
    init(_ left: SafeText, _ right: SafeText) {
        columns = Int(left.narrowColumns) + Int(right.narrowColumns)
        ambiguous = Int(left.ambiguousColumns) + Int(right.ambiguousColumns)
    }

    /// Whether a text is no longer than its form allows.
    static func fits(_ string: String, _ form: SafeText.Form) -> Bool {
        let bytes = string.utf8.count
        return switch form {
        case .line: bytes <= mostScalars || string.unicodeScalars.count <= mostScalars
        case .body: bytes <= mostBytes
        }
    }

    /// Of text that has passed the gate.
    init(_ string: String) {
        let plain = string.utf8.withContiguousStorageIfAvailable { utf8 in
            takePlain(utf8, lineFeeds: true) != nil
        }
        if plain == true { return }
        columns = 0
        ambiguous = 0
        isPlain = false
        Clusters.forEach(in: string) { cluster in
            columns += cluster.width.columns
            ambiguous += cluster.width.ambiguous
        }
    }

    /// How many scalars there are, or nil at the first that is not plain.
    private mutating func takePlain(_ utf8: UnsafeBufferPointer<UInt8>, lineFeeds: Bool) -> Int? {
        guard let bytes = utf8.baseAddress else { return 0 }
        let table = ScalarClass.table
        var offset = 0
        var scalars = 0
        while offset < utf8.count {
            let (scalar, length) = decodeScalar(bytes + offset)
            offset += length
            scalars += 1
            if scalar == 0x0A && lineFeeds { continue }
            guard Int(scalar) < ScalarClass.count else { return nil }
            let kind = table[Int(scalar)]
            guard kind & ScalarClass.plain != 0 else { return nil }
            let width = kind & ScalarClass.widthMask
            if width == ScalarClass.ambiguous {
                columns += 1
                ambiguous += 1
            } else {
                columns += Int(width)
            }
        }
        return scalars
    }
}
