/// Follows the emoji that a text is in the middle of (UTS 51, ED-14 to ED-16), to tell where ZWJ and the selectors 15 and 16 belong.
struct EmojiSequence {
    /// Whether a pictograph stands before, with nothing after it but skin tone and selector.
    private var isOpen = false

    mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xFE0F, 0x1F3FB...0x1F3FF: break
        default: isOpen = Self.isPictograph(scalar)
        }
    }

    /// Whether a ZWJ before `next` joins two pictographs.
    func joins(_ next: Unicode.Scalar?) -> Bool {
        guard isOpen, let next else { return false }
        return Self.isPictograph(next)
    }

    /// Whether a selector after `previous` chooses how an emoji looks; after a digit, # and * only as part of a keycap.
    func selects(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        return Self.isPictograph(previous)
            || previous.value < 0x80 && previous.properties.isEmoji && next?.value == 0x20E3
    }

    /// Extended_Pictographic, which the standard library does not give: every emoji but the keycaps' bases, regional indicators, skin tones.
    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
        default: scalar.properties.isEmoji
        }
    }
}
