import BoardDomain
import Testing

@testable import BoardEventLog

@Suite("A connection to the file")
struct ConnectionTests {
    @Test("It keeps the statements that were last asked for, and no more")
    func statements() throws {
        let connection = try Connection(path: ":memory:", access: .writing)
        let first = try connection.statement("SELECT 7 UNION ALL SELECT 8")
        #expect(try first.step())
        let steady = try connection.statement("SELECT 1")
        for length in 1...1000 {
            let places = Array(repeating: "?", count: length).joined(separator: ", ")
            _ = try connection.statement("SELECT 1 WHERE 1 IN (\(places))")
            #expect(try connection.statement("SELECT 1") === steady)
        }
        // The first has made room, and is whole for whoever reads from it.
        #expect(connection.statementCount <= Connection.keeping + 1)
        #expect(try first.step())
        #expect(first.integer(0) == 8)
        connection.close()
    }
}
