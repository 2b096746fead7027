extension EmbeddedFiles {
    /// The 500 milestones of the terminal's benchmark: UTF-8, a row a line, eight fields between tabs.
    package static func terminalTable() throws(ResourceFault) -> [UInt8] {
        let path = "bench/terminal-table.tsv"
        guard let bytes = bytes(path) else { throw .absent(path: path) }
        return bytes
    }
}
