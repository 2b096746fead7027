/// Columns of a grapheme cluster, in the two halves that make it independent of the terminal's setting: `columns` where ambiguous is narrow,
/// and how much `ambiguous` being wide adds.
struct ClusterWidth: Equatable {
    var columns: Int
    var ambiguous: Int

    func columns(_ setting: AmbiguousWidth) -> Int {
        setting == .narrow ? columns : columns + ambiguous
    }

    /// Emoji shown as such, in valid sequences and with VS16, take 2; anything else what its scalars take together, at most 2, so that a
    /// syllable of Hangul letters is as wide as its consonants.
    static func of(_ scalars: some Collection<Unicode.Scalar>) -> ClusterWidth {
        guard let first = scalars.first else { return ClusterWidth(columns: 0, ambiguous: 0) }
        if scalars.count == 1 {
            let width = ScalarClass.of(first.value) & ScalarClass.widthMask
            return width == ScalarClass.ambiguous
                ? ClusterWidth(columns: 1, ambiguous: 1)
                : ClusterWidth(columns: Int(width), ambiguous: 0)
        }
        var narrow = 0
        var wide = 0
        for scalar in scalars {
            if isEmojiJoint(scalar) { return ClusterWidth(columns: 2, ambiguous: 0) }
            narrow += ScalarClass.columns(scalar.value, .narrow)
            wide += ScalarClass.columns(scalar.value, .wide)
        }
        narrow = min(2, narrow)
        return ClusterWidth(columns: narrow, ambiguous: min(2, wide) - narrow)
    }

    /// VS16, ZWJ, keycap, skin tone, regional indicator: in a cluster with others they make an emoji.
    private static func isEmojiJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0F, 0x200D, 0x20E3, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
        default: false
        }
    }
}
