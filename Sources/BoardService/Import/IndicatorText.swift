import BoardDomain

/// The characters of an indicator, twice: as written, and narrowed for reading.
///
/// Both have one scalar per place, so that what is found in one can be quoted from the other. The
/// full-width comma stays as it is: only an ASCII comma can group digits.
struct IndicatorText {
    private let written: [Unicode.Scalar]
    let narrow: [Unicode.Scalar]

    init(_ text: some StringProtocol) {
        written = Array(text.unicodeScalars)
        narrow = written.map { $0 == "，" ? $0 : Width.narrow($0) }
    }

    var count: Int { narrow.count }

    subscript(place: Int) -> Unicode.Scalar? {
        narrow.indices.contains(place) ? narrow[place] : nil
    }

    /// The text as written, trimmed.
    func quote(_ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: written[range])
        return Width.trimmed(String(scalars))
    }

    func starts(with word: String, at place: Int) -> Bool {
        narrow[min(place, count)...].starts(with: word.unicodeScalars)
    }

    func skippingSpace(_ place: Int) -> Int {
        var next = place
        while let scalar = self[next], scalar.properties.isWhitespace { next += 1 }
        return next
    }

    func isDigit(_ place: Int) -> Bool { self[place].map { ("0"..."9").contains($0) } ?? false }

    /// A number with its sign, from `place`; the place after it.
    func number(at place: Int) -> (value: ScaledDecimal, end: Int)? {
        var end = place
        if self[end] == "-" || self[end] == "+" { end += 1 }
        guard isDigit(end) else { return nil }
        while isDigit(end) || isGroup(end) { end += 1 }
        if self[end] == ".", isDigit(end + 1) {
            end += 1
            while isDigit(end) { end += 1 }
        }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: narrow[place..<end])
        guard let value = try? ScaledDecimal(String(digits)) else { return nil }
        return (value, end)
    }

    /// Whether a comma stands here that groups exactly three digits.
    private func isGroup(_ place: Int) -> Bool {
        self[place] == "," && (1...3).allSatisfy { isDigit(place + $0) } && !isDigit(place + 4)
    }

    /// Ranges between separators that stand outside brackets.
    func split(where isSeparator: (Int) -> Bool) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var depth = 0
        for place in narrow.indices {
            if narrow[place] == "(" { depth += 1 }
            if narrow[place] == ")" { depth = max(0, depth - 1) }
            guard depth == 0, isSeparator(place) else { continue }
            ranges.append(start..<place)
            start = place + 1
        }
        ranges.append(start..<count)
        return ranges
    }

    /// Whether a comma separates clauses here, rather than groups digits.
    func isClauseEnd(_ place: Int) -> Bool {
        narrow[place] == "，" || narrow[place] == "," && !(isDigit(place - 1) && isGroup(place))
    }
}
