extension LogReader {
    /// Writes all there is, as of now, into an empty file; the writer goes on meanwhile.
    ///
    /// VACUUM INTO rather than the backup interface: that one starts again whenever the writer has
    /// written, and takes along the pages that were erased.
    func copy(into path: String) throws(EventLogError) {
        let statement = try connection().statement("VACUUM INTO ?1")
        statement.bind(1, path)
        try statement.run()
    }

    /// Whether SQLite finds the file's pages, indexes and constraints in order.
    func isIntact() throws(EventLogError) -> Bool {
        let statement = try connection().statement("PRAGMA integrity_check(1)")
        return try statement.rows { $0.text(0) } == ["ok"]
    }
}
