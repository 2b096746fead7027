import BoardDomain

/// What a text is searched by: words of letters and digits in lower case, and the overlapping pairs
/// of characters of Chinese (Japanese, Korean) text, which writes no spaces.
///
/// `高速轴承 NSK-6204` gives `高速 速轴 轴承 nsk 6204`.
struct SearchTokens {
    private(set) var all: [String] = []
    /// How many letters and characters were read.
    private(set) var width = 0
    /// The last token is one character that stands alone: it may begin a pair.
    private(set) var endsAlone = false
    private var word = ""
    private var run: [Unicode.Scalar] = []

    init(_ text: some StringProtocol) {
        for scalar in text.unicodeScalars {
            let narrow = Width.narrow(scalar)
            if Self.isIdeographic(narrow) {
                closeWord()
                run.append(narrow)
                width += 1
            } else if narrow.isASCII
                ? narrow.properties.isAlphabetic || 0x30...0x39 ~= narrow.value
                : narrow.properties.isAlphabetic || narrow.properties.numericType != nil
            {
                closeRun()
                word += narrow.properties.lowercaseMapping
                width += 1
            } else {
                closeWord()
                closeRun()
            }
        }
        endsAlone = run.count == 1
        closeWord()
        closeRun()
    }

    private mutating func closeWord() {
        if !word.isEmpty { all.append(word) }
        word = ""
    }

    private mutating func closeRun() {
        if run.count == 1 { all.append(String(run[0])) }
        for (first, second) in zip(run, run.dropFirst()) {
            var pair = String.UnicodeScalarView()
            pair.append(first)
            pair.append(second)
            all.append(String(pair))
        }
        run = []
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
