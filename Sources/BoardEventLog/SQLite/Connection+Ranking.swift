import GRDBSQLite

extension Connection {
    /// Makes `fit(projected_words)` known to SQL: the score of `SearchRanking` for a row that matched.
    func defineFit() throws(EventLogError) {
        let place = UnsafeMutablePointer<UnsafeMutablePointer<fts5_api>?>.allocate(capacity: 1)
        place.initialize(to: nil)
        defer { place.deallocate() }
        let asking = try statement("SELECT fts5(?1)")
        asking.bind(1, place, named: "fts5_api_ptr")
        try asking.run()
        guard let api = place.pointee else {
            throw .storage(code: SQLITE_ERROR, message: "fts5")
        }
        let code = api.pointee.xCreateFunction(api, "fit", nil, fit, nil)
        guard code == SQLITE_OK else { throw .storage(code: code, message: "fts5") }
    }
}

/// Called by FTS5 for each row, in whose index the title is column 0 and the rest column 1.
private let fit: fts5_extension_function = { api, row, answer, _, _ in
    guard let api else { return }
    var hits = [SearchRanking.Hits](
        repeating: SearchRanking.Hits(), count: Int(api.pointee.xPhraseCount(row)))
    var (count, length) = (Int32(0), Int32(0))
    var code = api.pointee.xInstCount(row, &count)
    for index in 0..<count where code == SQLITE_OK {
        var (phrase, column, offset) = (Int32(0), Int32(0), Int32(0))
        code = api.pointee.xInst(row, index, &phrase, &column, &offset)
        guard code == SQLITE_OK else { break }
        if column == 0 { hits[Int(phrase)].title += 1 } else { hits[Int(phrase)].body += 1 }
    }
    if code == SQLITE_OK { code = api.pointee.xColumnSize(row, -1, &length) }
    guard code == SQLITE_OK else { return sqlite3_result_error_code(answer, code) }
    sqlite3_result_double(answer, SearchRanking.score(hits, length: Int(length)))
}
