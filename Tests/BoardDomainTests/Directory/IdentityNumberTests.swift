import Testing

@testable import BoardDomain

@Suite("Identity numbers")
struct IdentityNumberTests {
    @Test(
        "A number is read as people type it",
        arguments: [
            ("330624198001010013", "330624198001010013"),
            ("33062419800101003x", "33062419800101003X"),
            ("３３０６２４ 19800101 003X", "33062419800101003X"),
            // The example of GB 11643-1999.
            ("11010519491231002X", "11010519491231002X"),
        ])
    func read(typed: String, text: String) throws {
        #expect(try IdentityNumber(typed).text == text)
    }

    @Test(
        "What is wrong with a number is told",
        arguments: [
            ("", IdentityFault.length(found: 0)), ("identity-li", .length(found: 11)),
            ("3306241980010100130", .length(found: 19)),
            ("33062419800101O013", .character(position: 15)),
            ("000624198001010013", .division), ("330624198002300013", .birthday),
            ("330624188001010013", .birthday), ("330624198001010012", .checkDigit),
            ("33062419800101001X", .checkDigit),
        ])
    func refuse(typed: String, fault: IdentityFault) {
        #expect(throws: fault) { try IdentityNumber(typed) }
    }
}
