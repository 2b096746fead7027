extension VirtualTerminal {
    /// What is shown in a row, without the spaces at its end.
    public func line(_ row: Int) -> String {
        var line = places[row].map(\.text).joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// What is shown, a line a row.
    public var text: String { places.indices.map(line).joined(separator: "\n") }
}
