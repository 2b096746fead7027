import BoardDomain

/// One table of the projections: its statements, and the rows a stream has in it.
///
/// Its rows are replaced stream by stream.
struct ProjectionTable: Sendable {
    /// How old rows are found.
    enum Key {
        /// By the column `stream`.
        case stream
        /// One by one, by all their columns.
        case row
    }

    let name: String
    let rows: @Sendable (StreamProjection) -> [[ProjectedValue]]
    let deletion: String
    let insertion: String
    /// Copies every row of the table of this name in the database `beside`.
    let takingOver: String
    /// Every row, in no order.
    let dump: String
    /// What the rows are made of; what has not changed is left as it is.
    enum Source {
        case state
        /// The text alone: to index it costs more than all other tables.
        case text
        /// The snapshot, which is not taken at every event.
        case snapshot
    }

    let key: Key
    let source: Source
    let width: Int32

    init(
        name: String, columns: [String], key: Key = .stream, source: Source = .state,
        rows: @escaping @Sendable (StreamProjection) -> [[ProjectedValue]]
    ) {
        self.name = name
        self.rows = rows
        let list = columns.joined(separator: ", ")
        let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let keys = key == .stream ? ["stream"] : columns
        deletion =
            "DELETE FROM \(name) WHERE "
            + keys.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
        insertion = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
        // In the order of the primary key, so that nothing is inserted in the midst.
        takingOver = """
            INSERT INTO main.\(name) (\(list)) SELECT \(list) FROM beside.\(name) ORDER BY \(list)
            """
        dump = "SELECT \(list) FROM \(name)"
        (self.key, self.source) = (key, source)
        width = Int32(columns.count)
    }

    static let all = [
        streams, cases, duties, dutyHolders, documentNumbers, involvements, dealings, stays,
        snapshots, texts, words,
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
            "opened", "due", "overdue", "title", "about",
        ]
    ) { projection in
        projection.duties.enumerated().map { place, duty in
            [
                .text(projection.stream), .init(place), .text(duty.object), .text(duty.rule),
                .init(duty.command), .text(list(duty.roles)), .text(list(duty.persons)),
                .init(duty.organisation), .init(duty.opened), .init(duty.due),
                .init(duty.overdue ? 1 : 0), .text(duty.title), .text(duty.about),
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
        name: "projected_snapshots", columns: ["stream", "version", "bytes"], source: .snapshot
    ) { projection in
        guard case .taken(let version, let bytes) = projection.snapshot else { return [] }
        return [[.text(projection.stream), .init(version), .bytes(bytes)]]
    }

    static let texts = ProjectionTable(
        name: "projected_texts", columns: ["stream", "title", "body"], source: .text
    ) { projection in
        projection.searchText.map {
            [[.text(projection.stream), .text($0.title), .text($0.body)]]
        } ?? []
    }

    static let words = ProjectionTable(
        name: "projected_words", columns: ["token", "score", "id"], key: .row, source: .text
    ) { WordIndex($0).rows }

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
