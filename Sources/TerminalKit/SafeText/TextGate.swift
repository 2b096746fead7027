@_spi(_Unicode) internal import Swift

/// The gate of `SafeText`: one pass over the normalised scalars that lets pass, replaces or drops each, then one over the clusters.
///
/// Escape sequences are not parsed: their first byte becomes U+FFFD, the rest stays visible and inert.
struct TextGate {
    static let mostClusterScalars = 16
    static let mostMarks = 4
    static let mostNoted = 1024
    private static let tab = "    "
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    private let form: SafeText.Form
    private let isLimited: Bool
    private(set) var replacements: [SafeText.Replacement] = []
    private var text = ""
    private var scalars = 0
    private var bytes = 0
    private var marks = 0
    private var emoji = EmojiSequence()
    private var previous: Unicode.Scalar?
    private var offset = 0

    init(form: SafeText.Form, isLimited: Bool = true) {
        self.form = form
        self.isLimited = isLimited
    }

    /// The bytes that the text comes from were not all UTF-8.
    mutating func noteRepair() { note(Self.replacement, .repaired) }

    /// Reads until the end, or until there is no more room.
    mutating func take(_ string: String) {
        // The standard library normalises lazily, so that a text of megabytes is read only as far as there is room.
        var rest = string._nfc.makeIterator()
        var current = rest.next()
        while let scalar = current {
            let next = rest.next()
            guard take(scalar, before: next) else {
                note(scalar, .cut)
                break
            }
            offset += 1
            current = next
        }
    }

    /// What came through. Only a scalar dropped between two others can have left them to be composed.
    mutating func finish() -> String {
        while text.unicodeScalars.last?.value == 0x200D { text.unicodeScalars.removeLast() }
        if !replacements.isEmpty {
            var normal = String.UnicodeScalarView()
            normal.append(contentsOf: text._nfc)
            text = String(normal)
        }
        return clustersHeld()
    }

    /// False where there is no more room for it.
    private mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x09:
            for space in Self.tab.unicodeScalars where !append(space) { return false }
            return true
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
            return takeBreak(scalar, before: next)
        case 0x00..<0x20, 0x7F..<0xA0:
            return replace(scalar)
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            return replace(scalar)
        case 0x200D:
            return emoji.joins(next) ? append(scalar) : drop(scalar)
        case 0xFE0E, 0xFE0F:
            return emoji.selects(previous, next) ? append(scalar) : drop(scalar)
        case 0xFE00...0xFE0D, 0xE0100...0xE01EF:
            return previous?.properties.isIdeographic == true ? append(scalar) : drop(scalar)
        default:
            return takeByCategory(scalar)
        }
    }

    private mutating func takeByCategory(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .unassigned where !properties.isDefaultIgnorableCodePoint, .privateUse, .surrogate:
            return replace(scalar)
        case _ where properties.isDefaultIgnorableCodePoint:
            return drop(scalar)
        case .format:
            return replace(scalar)
        case .nonspacingMark, .enclosingMark, .spacingMark:
            guard marks < Self.mostMarks else { return drop(scalar) }
            guard append(scalar) else { return false }
            marks += 1
            return true
        default:
            guard append(scalar) else { return false }
            marks = 0
            return true
        }
    }

    /// CR LF is one break. In a body a break by CR, LF or both is nothing unusual; everywhere else it is noted.
    private mutating func takeBreak(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool
    {
        let isUsual = form == .body && (scalar.value == 0x0A || scalar.value == 0x0D)
        if scalar.value == 0x0D && next?.value == 0x0A {
            if !isUsual { note(scalar, .spaced) }
            return true
        }
        guard append(form == .body ? "\n" : " ") else { return false }
        if !isUsual { note(scalar, .spaced) }
        return true
    }

    private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        let length = Unicode.UTF8.width(scalar)
        switch form {
        case _ where !isLimited: break
        case .line: guard scalars < TextMetrics.mostScalars else { return false }
        case .body: guard bytes + length <= TextMetrics.mostBytes else { return false }
        }
        text.unicodeScalars.append(scalar)
        scalars += 1
        bytes += length
        previous = scalar
        emoji.take(scalar)
        return true
    }

    private mutating func replace(_ scalar: Unicode.Scalar) -> Bool {
        guard append(Self.replacement) else { return false }
        marks = 0
        note(scalar, .replaced)
        return true
    }

    private mutating func drop(_ scalar: Unicode.Scalar) -> Bool {
        note(scalar, .dropped)
        return true
    }

    private mutating func note(
        _ scalar: Unicode.Scalar, _ outcome: SafeText.Replacement.Outcome
    ) {
        guard replacements.count < Self.mostNoted else { return }
        replacements.append(
            SafeText.Replacement(scalar: scalar, offset: offset, outcome: outcome))
    }

    /// Cuts clusters that are too long, and puts U+FFFD where one would take no column: a mark or a half syllable that stands alone would
    /// be drawn over its neighbour.
    private mutating func clustersHeld() -> String {
        var held = String.UnicodeScalarView()
        offset = 0
        for character in text {
            let cluster = character.unicodeScalars
            defer { offset += cluster.count }
            if cluster.count > Self.mostClusterScalars {
                held.append(contentsOf: cluster.prefix(Self.mostClusterScalars - 1))
                while held.last?.value == 0x200D { held.removeLast() }
                held.append(Self.replacement)
                note(cluster[cluster.index(cluster.startIndex, offsetBy: 15)], .cut)
            } else if character != "\n", let first = cluster.first,
                ClusterWidth.of(cluster).columns == 0
            {
                note(first, .replaced)
                held.append(Self.replacement)
            } else {
                held.append(contentsOf: cluster)
            }
        }
        return String(held)
    }
}
