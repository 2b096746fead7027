import BoardDomain

extension Statement {
    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// Projected instants are milliseconds, not text: they are compared and sorted, never hashed.
    func instant(_ column: Int32) -> Instant { Instant(milliseconds: integer(column)) }

    func optionalInstant(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }

    /// A column of a dump.
    func projected(_ column: Int32) -> ProjectedValue {
        if isNull(column) { return .null }
        if isBlob(column) { return .bytes(bytes(column)) }
        return isInteger(column) ? .integer(integer(column)) : .text(text(column))
    }

    /// All rows from here on; the statement is reset even after a failure.
    func rows<Row>(
        _ row: (Statement) throws(EventLogError) -> Row
    ) throws(EventLogError) -> [Row] {
        defer { reset() }
        var rows: [Row] = []
        while try step() { rows.append(try row(self)) }
        return rows
    }
}

extension CaseRow {
    static let columns = """
        id, title, enterprise, enterprise_name, chain, topic_class, state, lane, mode, budget, \
        list_edition, deadline, created_at, changed_at, year, import_key
        """

    init(_ statement: Statement) {
        self.init(
            id: statement.text(0), title: statement.text(1), enterprise: statement.text(2),
            enterpriseName: statement.text(3), chain: statement.text(4),
            topicClass: statement.text(5), state: statement.text(6), lane: statement.text(7),
            mode: statement.text(8), budget: statement.integer(9),
            listEdition: statement.optionalText(10), deadline: statement.optionalInstant(11),
            createdAt: statement.instant(12), changedAt: statement.instant(13),
            year: Int(statement.integer(14)), importKey: statement.optionalText(15))
    }
}

extension DutyRow {
    static let columns =
        "object, rule, command, roles, persons, organisation, opened, due, overdue, title, about"

    init(_ statement: Statement) {
        self.init(
            about: statement.text(10), object: statement.text(0), rule: statement.text(1),
            command: statement.optionalText(2),
            roles: ProjectionTable.items(statement.text(3)),
            persons: ProjectionTable.items(statement.text(4)),
            organisation: statement.optionalText(5), opened: statement.instant(6),
            due: statement.optionalInstant(7), overdue: statement.integer(8) != 0,
            title: statement.text(9))
    }
}
