import TerminalKit

extension Style {
    /// Applies the numbers of an SGR; false where one of them is not known.
    mutating func apply(_ numbers: [Int]) -> Bool {
        var rest = numbers[...]
        if rest.isEmpty { self = .plain }
        while let number = rest.popFirst() {
            switch number {
            case 0: self = .plain
            case 1: attributes.insert(.bold)
            case 2: attributes.insert(.dim)
            case 3: attributes.insert(.italic)
            case 4: attributes.insert(.underline)
            case 7: attributes.insert(.reverse)
            case 9: attributes.insert(.strikethrough)
            case 22: attributes.subtract([.bold, .dim])
            case 23: attributes.remove(.italic)
            case 24: attributes.remove(.underline)
            case 27: attributes.remove(.reverse)
            case 29: attributes.remove(.strikethrough)
            case 30...37: foreground = .indexed(UInt8(number - 30))
            case 40...47: background = .indexed(UInt8(number - 40))
            case 90...97: foreground = .indexed(UInt8(number - 82))
            case 100...107: background = .indexed(UInt8(number - 92))
            case 39: foreground = .standard
            case 49: background = .standard
            case 38, 48:
                guard let color = Self.color(&rest) else { return false }
                if number == 38 { foreground = color } else { background = color }
            default: return false
            }
        }
        return true
    }

    private static func color(_ rest: inout ArraySlice<Int>) -> Color? {
        switch rest.popFirst() {
        case 5: return rest.popFirst().flatMap { UInt8(exactly: $0) }.map { .indexed($0) }
        case 2:
            let parts = (0..<3).compactMap { _ in
                rest.popFirst().flatMap { UInt8(exactly: $0) }
            }
            return parts.count == 3 ? .rgb(parts[0], parts[1], parts[2]) : nil
        default: return nil
        }
    }
}
