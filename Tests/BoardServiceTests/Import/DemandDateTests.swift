import Testing

@testable import BoardService

@Suite("Dates of a list")
struct DemandDateTests {
    @Test(
        "A day is read as that day",
        arguments: [
            ("2027-06-30", "2027-06-30"), ("2027/9/30", "2027-09-30"), ("2027.6.3", "2027-06-03"),
            ("2026年12月31日", "2026-12-31"), ("２０２７年５月１日", "2027-05-01"),
            ("20270630", "2027-06-30"), ("2028年2月29日", "2028-02-29"), ("2027年6月30日前", "2027-06-30"),
            (" 2027 年 6 月 30 日 ", "2027-06-30"), ("2027-6-3", "2027-06-03"),
        ])
    func days(written: String, day: String) throws {
        let date = try #require(DemandDate(written: written))
        #expect(date.day.text == day)
        #expect(!date.isAssumed)
    }

    @Test(
        "A month, a quarter, a half or a year is its last day",
        arguments: [
            ("2027年12月", "2027-12-31"), ("2028年6月", "2028-06-30"), ("2027年底", "2027-12-31"),
            ("2028年2月", "2028-02-29"), ("2027年2月底", "2027-02-28"), ("2027-06", "2027-06-30"),
            ("2027/6", "2027-06-30"), ("2027年", "2027-12-31"), ("2027年上半年", "2027-06-30"),
            ("2027年第三季度", "2027-09-30"), ("2027年6月前", "2027-06-30"), ("2027年底前完成", "2027-12-31"),
        ])
    func ends(written: String, day: String) throws {
        let date = try #require(DemandDate(written: written))
        #expect(date.day.text == day)
        #expect(date.isAssumed)
    }

    @Test(
        "What names no day is no date",
        arguments: [
            "", "12个月", "2027", "2027-13-01", "2027年2月29日", "2027-06/30", "尽快", "2027年6月中旬",
            "202706ab", "27年6月", "46538", "2027-06-30 12:00", "0000年1月",
        ])
    func refused(written: String) {
        #expect(DemandDate(written: written) == nil)
    }
}
