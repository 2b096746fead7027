import BoardDomain

/// One table of the projections: its statements, and the rows a stream has in it.
///
/// Each table has a column `stream`, by which its rows are replaced.
struct ProjectionTable: Sendable {
    let name: String
    let rows: @Sendable (StreamProjection) -> [[ProjectedValue]]
    let deletion: String
    let insertion: String
    /// Copies every row of the table of this name in the database `beside`.
    let takingOver: String
    /// Every row, in no order.
    let dump: String
    /// Where the rows have an index of words.
    let words: WordIndex?
    let width: Int32

    init(
        name: String, columns: [String], words: WordIndex? = nil,
        rows: @escaping @Sendable (StreamProjection) -> [[ProjectedValue]]
    ) {
        self.name = name
        self.rows = rows
        let list = columns.joined(separator: ", ")
        let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        deletion = "DELETE FROM \(name) WHERE stream = ?1"
        insertion = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
        takingOver = "INSERT INTO main.\(name) (\(list)) SELECT \(list) FROM beside.\(name)"
        dump = "SELECT \(list) FROM \(name)"
        self.words = words
        width = Int32(columns.count)
    }

    static let all = [
        streams, cases, duties, dutyHolders, documentNumbers, involvements, dealings, stays,
        snapshots, texts,
    ]

    static let streams = ProjectionTable(
        name: "projected_streams", columns: ["stream", "version", "next_due"]
    ) { [[.text($0.stream), .init($0.version), .init($0.nextDue)]] }

    static let cases = ProjectionTable(
        name: "projected_cases",
        columns: [
            "stream", "id", "title", "enterprise", "enterprise_name", "chain", "topic_class",
            "state", "lane", "mode", "budget", "list_edition", "deadline", "created_at",
            "changed_at", "year", "import_key",
        ]
    ) { projection in
        guard let row = projection.caseRow else { return [] }
        return [
            [
                .text(projection.stream), .text(row.id), .text(row.title), .text(row.enterprise),
                .text(row.enterpriseName), .text(row.chain), .text(row.topicClass),
                .text(row.state), .text(row.lane), .text(row.mode), .integer(row.budget),
                .init(row.listEdition), .init(row.deadline), .init(row.createdAt),
                .init(row.changedAt), .init(row.year), .init(row.importKey),
            ]
        ]
    }

    static let duties = ProjectionTable(
        name: "projected_duties",
        columns: [
            "stream", "place", "object", "rule", "command", "roles", "persons", "organisation",
            "opened", "due", "overdue", "title",
        ]
    ) { projection in
        projection.duties.enumerated().map { place, duty in
            [
                .text(projection.stream), .init(place), .text(duty.object), .text(duty.rule),
                .init(duty.command), .text(list(duty.roles)), .text(list(duty.persons)),
                .init(duty.organisation), .init(duty.opened), .init(duty.due),
                .init(duty.overdue ? 1 : 0), .text(duty.title),
            ]
        }
    }

    /// Who holds a duty: a person without a role, or a role, in an organisation or in any ('').
    static let dutyHolders = ProjectionTable(
        name: "projected_duty_holders",
        columns: ["stream", "place", "person", "role", "organisation"]
    ) { projection in
        projection.duties.enumerated().flatMap { place, duty in
            let start: [ProjectedValue] = [.text(projection.stream), .init(place)]
            return duty.persons.isEmpty
                ? unique(duty.roles).map {
                    start + [.text(""), .text($0), .text(duty.organisation ?? "")]
                }
                : unique(duty.persons).map { start + [.text($0), .text(""), .text("")] }
        }
    }

    static let documentNumbers = ProjectionTable(
        name: "projected_document_numbers",
        columns: ["stream", "place", "kind", "number", "object"]
    ) { projection in
        projection.documentNumbers.enumerated().map { place, row in
            [
                .text(projection.stream), .init(place), .text(row.kind), .text(row.number),
                .text(row.object),
            ]
        }
    }

    static let involvements = ProjectionTable(
        name: "projected_involvements", columns: ["stream", "place", "party", "role", "object"]
    ) { projection in
        projection.involvements.enumerated().map { place, row in
            [
                .text(projection.stream), .init(place), .text(row.party), .text(row.role),
                .text(row.object),
            ]
        }
    }

    static let dealings = ProjectionTable(
        name: "projected_dealings", columns: ["stream", "place", "first", "second", "day"]
    ) { projection in
        projection.dealings.enumerated().map { place, row in
            [
                .text(projection.stream), .init(place), .text(row.first), .text(row.second),
                .init(row.day.number),
            ]
        }
    }

    static let stays = ProjectionTable(
        name: "projected_stays", columns: ["stream", "place", "lane", "entered", "ended"]
    ) { projection in
        projection.stays.enumerated().map { place, row in
            [
                .text(projection.stream), .init(place), .text(row.lane), .init(row.from),
                .init(row.until),
            ]
        }
    }

    static let snapshots = ProjectionTable(
        name: "projected_snapshots", columns: ["stream", "version", "text"]
    ) { projection in
        projection.snapshot.map {
            [[.text(projection.stream), .init(projection.version), .text($0)]]
        } ?? []
    }

    static let texts = ProjectionTable(
        name: "projected_texts", columns: ["stream", "title", "body"], words: .texts
    ) { projection in
        projection.searchText.map {
            [[.text(projection.stream), .text($0.title), .text($0.body)]]
        } ?? []
    }

    /// The dumped line of a row.
    func line(_ row: [ProjectedValue]) -> String {
        ([name] + row.map(\.dumped)).joined(separator: " ")
    }

    static func list(_ items: [String]) -> String { items.joined(separator: "\n") }

    static func items(_ list: String) -> [String] {
        list.split(separator: "\n").map(String.init)
    }

    private static func unique(_ items: [String]) -> [String] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0).inserted }
    }
}

extension ProjectedValue {
    init(_ instant: Instant?) {
        self = instant.map { .integer($0.milliseconds) } ?? .null
    }
}
