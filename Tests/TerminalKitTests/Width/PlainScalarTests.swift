@_spi(_Unicode) import Swift
import Testing

@testable import TerminalKit

@Suite("Plain scalars")
struct PlainScalarTests {
    @Test("Each is visible, assigned, normalised and a cluster by itself")
    func claims() {
        var wrong: [String] = []
        for range in ScalarClass.plainRanges {
            for value in range {
                guard let scalar = Unicode.Scalar(value) else { continue }
                if let fault = fault(of: scalar) {
                    wrong.append("\(String(value, radix: 16)): \(fault)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(40))")
    }

    @Test("What joins with what is printed next is risky, so that the cursor is set anew after it")
    func joining() {
        var wrong: [String] = []
        for value: UInt32 in 0x21...0x3FFFF where !ScalarClass.isRisky(value) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .format
            else { continue }
            let text = String(scalar)
            for neighbour in ["a", "가", "\u{1112}", "क", "👍", "🇨"]
            where (text + neighbour).count != 2 {
                wrong.append("\(String(value, radix: 16)) joins \(neighbour)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(40))")
    }

    private func fault(of scalar: Unicode.Scalar) -> String? {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return "ignorable" }
        switch properties.generalCategory {
        case .unassigned, .control, .format, .privateUse, .surrogate, .lineSeparator,
            .paragraphSeparator:
            return "category"
        case .nonspacingMark, .enclosingMark, .spacingMark: return "mark"
        default: break
        }
        if properties.isGraphemeExtend { return "extends" }
        let text = String(scalar)
        if Array(text._nfc) != [scalar] { return "not normalised" }
        if ScalarClass.columns(scalar.value, .narrow) == 0 { return "no column" }
        // Every kind of neighbour that joins: a consonant, a syllable with and without a final, a pictograph, a letter.
        for neighbour in ["a", "가", "각", "⌚", "क", "中"] {
            if (neighbour + text).count != 2 || (text + neighbour).count != 2 {
                return "joins \(neighbour)"
            }
        }
        return nil
    }
}
