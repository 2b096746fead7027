/// The first letters of characters in pinyin: `j` and `b` for 揭榜. The 3,755 most common characters are known, each in one reading.
enum PinyinInitials {
    private static let first: UInt32 = 0x4E00
    private static let count = 0x5200

    /// Lower-case ASCII by scalar from U+4E00, 0 where nothing is known.
    private static let letters: [UInt8] = {
        var letters = [UInt8](repeating: 0, count: count)
        var letter: UInt8 = 0
        var isLetterNext = false
        let text = PinyinTable.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for scalar in text.unicodeScalars {
            if scalar == ";" {
                isLetterNext = true
            } else if isLetterNext {
                letter = UInt8(truncatingIfNeeded: scalar.value)
                isLetterNext = false
            } else {
                letters[Int(scalar.value - first)] = letter
            }
        }
        return letters
    }()

    /// Nil for what is no common Chinese character.
    static func initial(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.value >= first, scalar.value < first + UInt32(count) else { return nil }
        let letter = letters[Int(scalar.value - first)]
        return letter == 0 ? nil : Unicode.Scalar(letter)
    }
}
