import Testing

@testable import BoardDomain

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test(
        "What is written canonically reads back the same, and white space between does not matter",
        arguments: [
            #"{"a":[1,-2,{"b":true,"c":[]}],"d":"","e":{}}"#, #""揭榜""#, "false",
            #"{"z":"\"\\\b\f\n\r\t\u0001"}"#, "9223372036854775807", "-9223372036854775808", "0",
        ])
    func roundTrip(_ text: String) throws {
        let json = try JSONReader.read(text)
        #expect(json.canonicalText == text)
        let spaced = text.replacing(",", with: " ,\n\t").replacing(":", with: " :\r ")
        #expect(try JSONReader.read(" " + spaced + "\n") == json)
    }

    @Test(
        "A fault is placed by line and character, whatever bytes a character takes",
        arguments: [
            ("", 1, 1), ("1.5", 1, 2), ("{\n  \"a\": 1.5}", 2, 9), ("[\"揭榜\" 1]", 1, 7),
            ("{\"a\":\n\n}", 3, 1),
        ])
    func place(_ text: String, line: Int, column: Int) throws {
        let fault = try #require(throws: JSONFault.self) { try JSONReader.read(text) }
        let place = fault.place(in: Array(text.utf8))
        #expect(place.line == line)
        #expect(place.column == column)
    }

    @Test("Escapes stand for their characters")
    func escapes() throws {
        #expect(try JSONReader.read(#""\u63ed\/\ud83d\ude80x""#) == "揭/🚀x")
        #expect(try JSONReader.read(#""a\u0000b""#) == .string("a\u{0}b"))
    }

    @Test(
        "What is not of the kind that the board stores is refused at its place",
        arguments: [
            ("", JSONFault.Kind.unfinished, 0), ("{", .unfinished, 1), (#"{"a""#, .unexpected, 4),
            (#"{"a":1,}"#, .unexpected, 7), ("[1 2]", .unexpected, 3), ("1 1", .unexpected, 2),
            ("null", .null, 0), (#"[null]"#, .null, 1), ("1.5", .floatingPoint, 1),
            ("1e9", .floatingPoint, 1), ("01", .unexpected, 2), ("-", .unexpected, 1),
            ("9223372036854775808", .tooLarge, 19), ("-9223372036854775809", .tooLarge, 20),
            ("99999999999999999999999", .tooLarge, 23), (#"{"a":1,"a":2}"#, .twice, 12),
            (#""\x""#, .badEscape, 3), (#""\ud800x""#, .badEscape, 7),
            (#""\ude00""#, .badEscape, 7),
            ("\"\u{1}\"", .unexpected, 1), ("\"abc", .unfinished, 4), ("tru", .unexpected, 0),
            (String(repeating: "[", count: 65), .tooDeep, 64),
        ])
    func faults(_ text: String, _ kind: JSONFault.Kind, _ offset: Int) {
        #expect(throws: JSONFault(kind: kind, offset: offset)) { try JSONReader.read(text) }
    }

    @Test("Bytes that are no UTF-8 are refused, with an escape before them too")
    func badUTF8() {
        for start in ["\"", "\"\\n"] {
            let bytes = Array(start.utf8) + [0xC3, 0x28] + Array("\"".utf8)
            let fault = #expect(throws: JSONFault.self) { try JSONReader.read(bytes) }
            #expect(fault?.kind == .badUTF8)
        }
    }
}
