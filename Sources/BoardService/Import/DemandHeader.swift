import BoardDomain

/// Where the columns of a list lie, read off its heading row.
struct DemandHeader {
    let row: Int
    /// As written in the file.
    let headings: [String]
    /// Index into a record by column.
    let places: [DemandColumn: Int]

    /// Rows above which a heading is looked for: titles, dates and filling-in notes stand there.
    static let depth = 20
    /// Fewer known names are chance: a title row or a row of data.
    static let leastNames = 4

    private init(record: CSVRecord) {
        var places: [DemandColumn: Int] = [:]
        for (index, heading) in record.fields.enumerated() {
            guard let column = DemandColumn(heading: heading), places[column] == nil else {
                continue
            }
            places[column] = index
        }
        row = record.row
        headings = record.fields
        self.places = places
    }

    /// The row with the most known names among the first ones; nil where none has enough.
    static func find(in records: [CSVRecord]) -> DemandHeader? {
        let candidates = records.prefix(depth).map(DemandHeader.init)
        let most = candidates.map(\.places.count).max() ?? 0
        return most < leastNames ? nil : candidates.first { $0.places.count == most }
    }

    /// Whether a record repeats the heading, as lists printed on several pages do.
    func isRepeated(by record: CSVRecord) -> Bool {
        DemandHeader(record: record).places.count >= Self.leastNames
    }

    func heading(of column: DemandColumn) -> String {
        places[column].map { headings[$0] } ?? column.names[0]
    }

    /// Headings without a known meaning, with a second heading of one meaning among them.
    var unknown: [String] {
        let known = Set(places.values)
        return headings.indices.filter { !known.contains($0) && !headings[$0].isEmpty }
            .map { headings[$0] }
    }
}
