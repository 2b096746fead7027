import Testing

@testable import BoardDomain

@Suite("Scaled decimal")
struct ScaledDecimalTests {
    @Test(
        "A decimal string is read into mantissa and scale and shown as written",
        arguments: [
            ("-40", -40, 0, "-40"), ("0.45", 45, 2, "0.45"), ("1.20", 120, 2, "1.20"),
            ("１．２", 12, 1, "1.2"), ("150,000", 150_000, 0, "150000"), ("-0.05", -5, 2, "-0.05"),
            ("+3", 3, 0, "3"), ("−40", -40, 0, "-40"), ("007", 7, 0, "7"), ("0.000", 0, 3, "0.000"),
            ("9223372036854775807", .max, 0, "9223372036854775807"),
        ] as [(String, Int64, Int, String)])
    func reads(text: String, mantissa: Int64, scale: Int, shown: String) throws {
        let value = try ScaledDecimal(text)
        #expect(value.mantissa == mantissa)
        #expect(value.scale == scale)
        #expect(value.text == shown)
    }

    @Test(
        "What is no decimal number is refused with the text",
        arguments: [
            (" ", ScaledDecimalFault.blank), ("1e5", .notANumber("1e5")), (".5", .notANumber(".5")),
            ("5.", .notANumber("5.")), ("1.2.3", .notANumber("1.2.3")), ("-", .notANumber("-")),
            ("1,00", .notANumber("1,00")), ("NaN", .notANumber("NaN")), ("≥5", .notANumber("≥5")),
            ("0.0000000000000000001", .tooLarge("0.0000000000000000001")),
            ("9223372036854775808", .tooLarge("9223372036854775808")),
        ] as [(String, ScaledDecimalFault)])
    func refuses(text: String, fault: ScaledDecimalFault) {
        #expect(throws: fault) { try ScaledDecimal(text) }
    }

    @Test(
        "Order is exact across scales",
        arguments: [
            ("0.45", "0.450001"), ("-40", "-39.9"), ("-1.2", "1.2"), ("0.1", "0.10000000000000001"),
            ("9223372036854775806", "9223372036854775807"),
            ("0.999999999999999999", "9223372036854775807"),
            ("-9223372036854775807", "-0.000000000000000001"),
        ])
    func order(smaller: String, larger: String) throws {
        let (small, large) = (try ScaledDecimal(smaller), try ScaledDecimal(larger))
        #expect(small < large)
        #expect(!(large < small))
        #expect(small != large)
    }

    @Test("Equal values of different scales are equal, hash alike and share a canonical text")
    func equality() throws {
        let (short, long) = (try ScaledDecimal("1.2"), try ScaledDecimal("1.200"))
        #expect(short == long)
        #expect(Set([short, long]).count == 1)
        #expect(long.canonicalText == "1.2")
        #expect(try ScaledDecimal("0.00").canonicalText == "0")
        #expect(try ScaledDecimal("-0").canonicalText == "0")
        #expect(try ScaledDecimal("100").canonicalText == "100")
    }

    @Test("A scale beyond 18 has no value")
    func scale() {
        #expect(ScaledDecimal(mantissa: 1, scale: 19) == nil)
        #expect(ScaledDecimal(mantissa: 1, scale: -1) == nil)
        #expect(ScaledDecimal(mantissa: .min, scale: 18)?.text == "-9.223372036854775808")
    }
}
