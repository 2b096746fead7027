import Testing

@testable import BoardDomain

@Suite("Money")
struct MoneyTests {
    @Test(
        "An amount is read exactly, whatever its unit and width",
        arguments: [
            ("12.5万元", MoneyUnit.yuan, 12_500_000), ("380", .wan, 380_000_000),
            ("380", .yuan, 38_000), ("500万", .wan, 500_000_000), ("0.012亿", .wan, 120_000_000),
            ("1,234.56元", .wan, 123_456), ("２６０", .wan, 260_000_000),
            ("１２．５万元", .yuan, 12_500_000), ("＋５", .yuan, 500), ("￥ 8.50", .yuan, 850),
            ("人民币1亿元", .yuan, 10_000_000_000), ("150.5", .wan, 150_500_000),
            ("45.25", .wan, 45_250_000), ("0", .wan, 0), ("3千元", .wan, 300_000),
            ("1.000001万元", .yuan, 1_000_001), (" 7 万 ", .yuan, 7_000_000),
            ("12，345元", .yuan, 1_234_500),
            ("92233720368547758.07", .yuan, Int64.max),
        ] as [(String, MoneyUnit, Int64)])
    func reads(text: String, unit: MoneyUnit, fen: Int64) throws {
        #expect(try Money.parse(text, unit: unit).fen == fen)
    }

    @Test(
        "What is no exact, non-negative amount is refused with what was found",
        arguments: [
            ("", MoneyFault.blank), ("　 ", .blank), ("面议", .negotiable), (" 面议 ", .negotiable),
            ("-5", .negative("-5")), ("－5万", .negative("－5万")),
            ("1.234", .tooFine("1.234", limit: 2)),
            ("1.230元", .tooFine("1.230元", limit: 2)),
            ("1.2345678万", .tooFine("1.2345678万", limit: 6)), ("万元", .notANumber("万元")),
            ("1,23", .notANumber("1,23")), (",123", .notANumber(",123")), ("1.", .notANumber("1.")),
            (".5", .notANumber(".5")), ("1.2.3", .notANumber("1.2.3")),
            ("约500万", .notANumber("约500万")), ("500左右", .unknownUnit("左右")),
            ("5美元", .unknownUnit("美元")), ("1亿2000万", .notANumber("1亿2000万")),
            ("--5", .notANumber("--5")), ("٣", .notANumber("٣")),
            ("92233720368547758.08", .tooLarge("92233720368547758.08")),
            ("99999999999999亿", .tooLarge("99999999999999亿")),
        ] as [(String, MoneyFault)])
    func refuses(text: String, fault: MoneyFault) {
        #expect(throws: fault) { try Money.parse(text) }
    }

    @Test("The unit written beside an amount is reported")
    func writtenUnit() throws {
        #expect(try Money.read("500万", unit: .wan).unit == .wan)
        #expect(try Money.read("0.012亿", unit: .wan).unit == .yi)
        #expect(try Money.read("500", unit: .wan).unit == nil)
    }

    @Test(
        "万元 are shown without rounding and without idle zeros",
        arguments: [
            (1_234_500_000, "1,234.5万元"), (0, "0万元"), (1, "0.000001万元"),
            (12_500_000, "12.5万元"), (-1_000_001, "-1.000001万元"),
            (1_000_000_000_000, "1,000,000万元"),
            (Int64.min, "-9,223,372,036,854.775808万元"),
        ] as [(Int64, String)])
    func wan(fen: Int64, text: String) {
        #expect(Money(fen: fen).wanText == text)
    }

    @Test("元 always show two decimals")
    func yuan() {
        #expect(Money(fen: 123_456).yuanNumber == "1,234.56")
        #expect(Money(fen: 5).yuanNumber == "0.05")
        #expect(Money(fen: -100_000).yuanNumber == "-1,000.00")
        #expect(Money(fen: 123_400_000).decimalText == "1234000.00")
    }

    @Test("What is shown is read back", arguments: [1, 99, 100, 123_456_789, 987_654_321_012])
    func roundTrip(fen: Int64) throws {
        let money = Money(fen: fen)
        #expect(try Money.parse(money.wanText) == money)
        #expect(try Money.parse(money.yuanNumber) == money)
        #expect(try Money.parse("CNY " + money.yuanNumber) == money)
        #expect(try Money.parse(money.decimalText) == money)
    }

    @Test(
        "Capital numerals follow the payment rules for 零, 角, 分 and 整",
        arguments: [
            (12_500_000, "壹拾贰万伍仟元整"), (0, "零元整"), (5, "伍分"), (50, "伍角"), (105, "壹元零伍分"),
            (140_950, "壹仟肆佰零玖元伍角"), (600_714, "陆仟零柒元壹角肆分"),
            (168_032, "壹仟陆佰捌拾元叁角贰分"), (10_700_053, "壹拾万柒仟元伍角叁分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"),
            (1_000_000, "壹万元整"), (10_000_100, "壹拾万零壹元整"),
            (10_000_000_000, "壹亿元整"), (10_000_500_000, "壹亿零伍仟元整"),
            (10_010_000_000, "壹亿零壹拾万元整"), (1_001_000_000_000, "壹佰亿壹仟万元整"),
            (100_000_000_000_000, "壹万亿元整"), (-100, "负壹元整"), (1_010_101, "壹万零壹佰零壹元零壹分"),
        ] as [(Int64, String)])
    func upperCase(fen: Int64, text: String) {
        #expect(Money(fen: fen).upperCase == text)
    }

    @Test("Amounts from outside are added without trapping")
    func overflow() {
        #expect(Money(fen: .max).adding(Money(fen: 1)) == nil)
        #expect(Money(fen: .min).subtracting(Money(fen: 1)) == nil)
        #expect(Money(fen: 2).adding(Money(fen: 3)) == Money(fen: 5))
        #expect([Money(fen: .max), Money(fen: 1)].sum() == nil)
        #expect([Money(fen: 4), Money(fen: 5)].sum() == Money(fen: 9))
    }

    @Test(
        "A share rounds down and never overflows",
        arguments: [
            (100, 3333, 33), (99_999_999, 10_000, 99_999_999), (-100, 3333, -34),
            (Int64.max, 10_000, Int64.max), (Int64.max, 5000, Int64.max / 2), (1, 9999, 0),
        ] as [(Int64, Int, Int64)])
    func share(fen: Int64, points: Int, expected: Int64) throws {
        let share = try #require(BasisPoints(points))
        #expect(Money(fen: fen).share(basisPoints: share).fen == expected)
    }
}

@Suite("Basis points")
struct BasisPointsTests {
    @Test("Only 0 to 10000 are shares")
    func range() {
        #expect(BasisPoints(-1) == nil)
        #expect(BasisPoints(10_001) == nil)
        #expect(BasisPoints(10_000) == .whole)
    }

    @Test(
        "A percentage is read and shown exactly",
        arguments: [
            ("30%", 3000, "30%"), ("39.99", 3999, "39.99%"), ("０.5％", 50, "0.5%"),
            ("0.05%", 5, "0.05%"),
        ])
    func percent(text: String, value: Int, shown: String) throws {
        let share = try #require(BasisPoints(percent: text))
        #expect(share.value == value)
        #expect(share.text == shown)
    }

    @Test(
        "No percentage beyond the whole or finer than a point",
        arguments: ["100.01%", "-1", "1.234%", "", "%"])
    func refused(text: String) {
        #expect(BasisPoints(percent: text) == nil)
    }
}
