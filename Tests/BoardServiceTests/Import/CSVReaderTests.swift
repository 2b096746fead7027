import Testing

@testable import BoardService

@Suite("CSV")
struct CSVReaderTests {
    @Test(
        "Any line ending separates records, the last one may lack it",
        arguments: ["\n", "\r\n", "\r"])
    func lineEndings(ending: String) {
        let records = CSVReader.read(["a,b", "", "c, d "].joined(separator: ending))
        #expect(records.map(\.fields) == [["a", "b"], [""], ["c", "d"]])
        #expect(records.map(\.row) == [1, 2, 3])
        #expect(CSVReader.read("a" + ending).count == 1)
    }

    @Test("Quoted fields hold commas, line ends and doubled quotes, and count as one row")
    func quoted() {
        let records = CSVReader.read("\"a,\n\"\"b\"\"\",c\nd,\"\"\n")
        #expect(records.map(\.fields) == [["a,\n\"b\"", "c"], ["d", ""]])
        #expect(records.map(\.row) == [1, 2])
        #expect(records.allSatisfy { $0.fault == nil })
    }

    @Test("A comma at the end opens an empty field", arguments: ["a,", "a,\n", "a,\r\n"])
    func trailingComma(text: String) {
        #expect(CSVReader.read(text).map(\.fields) == [["a", ""]])
    }

    @Test("Faulty quotes are named by cell, and other records are read")
    func faults() {
        let records = CSVReader.read("a,5\" b\n\"c\"d,e\nf,g\nh,\"i\nj")
        #expect(
            records.map(\.fault) == [
                .strayQuote(column: 2), .textAfterQuote(column: 1), nil, .unclosedQuote(column: 2),
            ])
        #expect(
            records.map(\.fields) == [["a", "5\" b"], ["cd", "e"], ["f", "g"], ["h", "i\nj"]])
    }

    @Test("An empty text has no records")
    func empty() {
        #expect(CSVReader.read("") == [])
    }
}
