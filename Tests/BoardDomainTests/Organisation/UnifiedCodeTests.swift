import Testing

@testable import BoardDomain

@Suite("Unified social credit code")
struct UnifiedCodeTests {
    @Test(
        "Valid codes hold both checks",
        arguments: [
            "91350100M000100Y43", "12100000470095016Q", "91350200776049653A", "91330624MA288A1B5N",
            "91330624147643211E", "12330624147643211K", "11330624MA288A1B5Y",
        ])
    func valid(text: String) throws {
        let code = try UnifiedCode(text)
        #expect(code.text == text)
        #expect(code.organisationCodeWarning == nil)
    }

    @Test("Lower case, full-width forms and spaces around are normalised")
    func normalised() throws {
        #expect(try UnifiedCode(" 91330624ma288a1b5n\t").text == "91330624MA288A1B5N")
        #expect(try UnifiedCode("９１３３０６２４ＭＡ２８８Ａ１Ｂ５Ｎ").text == "91330624MA288A1B5N")
    }

    @Test(
        "A wrong check character is refused with the one expected",
        arguments: ["91310115MA1H8R7C6D", "91350203M0001QAY9B", "91330624MA288A1B50"])
    func wrongCheck(text: String) throws {
        let fault = #expect(throws: UnifiedCodeFault.self) { try UnifiedCode(text) }
        guard case .checkDigit(let expected, let given) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(given == String(text.suffix(1)))
        #expect(try UnifiedCode(text.dropLast() + expected).text.hasSuffix(expected))
    }

    @Test(
        "Letters that the alphabet leaves out are refused by position",
        arguments: ["I", "O", "S", "V", "Z"])
    func leftOut(letter: String) {
        #expect(throws: UnifiedCodeFault.character(letter, position: 11)) {
            try UnifiedCode("9133062414" + letter + "643211E")
        }
    }

    @Test("Letters beyond ASCII do not slip in by upper-casing")
    func beyondASCII() {
        #expect(throws: UnifiedCodeFault.character("ſ", position: 18)) {
            try UnifiedCode("91330624147643211ſ")
        }
    }

    @Test("A wrong length is refused with the length found")
    func length() {
        #expect(throws: UnifiedCodeFault.length(found: 17)) {
            try UnifiedCode("91330624147643211")
        }
        #expect(throws: UnifiedCodeFault.blank) { try UnifiedCode(" ") }
    }

    @Test("A remainder of 0 is written 0 and a remainder of 1 is written Y")
    func remainders() throws {
        var seen: Set<Character> = []
        for serial in 0..<62 {
            let body = "91330624MA2" + String(100_000 + serial)
            let code = try #require(
                "0123456789ABCDEFGHJKLMNPQRTUWXY".compactMap { try? UnifiedCode(body + String($0)) }
                    .first)
            seen.insert(try #require(code.text.last))
        }
        #expect(seen.contains("0"))
        #expect(seen.contains("Y"))
    }

    @Test("The older organisation code is only warned about")
    func warning() throws {
        let body = "9133062414764321" + "2"
        let code = try #require(
            "0123456789ABCDEFGHJKLMNPQRTUWXY".compactMap { try? UnifiedCode(body + String($0)) }
                .first)
        let warning = try #require(code.organisationCodeWarning)
        #expect(warning == ("1", "2"))
        #expect(code.organisationCode == "147643212")
        #expect(code.division == "330624")
    }
}
