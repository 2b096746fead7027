package import BoardDomain

/// Something that waits for somebody: one line of an inbox (I26).
package struct DutyRow: Sendable, Equatable {
    /// What it is about, inside the stream.
    package var about: String
    /// What its command is put to: the same, or another object, or one of another stream.
    package var object: String
    /// The transition's id, such as `C3`.
    package var rule: String
    /// The command that settles it; nil where no single one does.
    package var command: String?
    package var roles: [String]
    /// Empty where anyone in one of the roles may act.
    package var persons: [String]
    /// The organisation whose people may act; nil for any.
    package var organisation: String?
    package var opened: Instant
    package var due: Instant?
    package var overdue: Bool
    package var title: String

    /// - Parameter about: nil where the command is put to what the duty is about.
    package init(
        about: String? = nil, object: String, rule: String, command: String? = nil, roles: [String],
        persons: [String] = [], organisation: String? = nil, opened: Instant,
        due: Instant? = nil, overdue: Bool = false, title: String
    ) {
        self.about = about ?? object
        self.object = object
        self.rule = rule
        self.command = command
        self.roles = roles
        self.persons = persons
        self.organisation = organisation
        self.opened = opened
        self.due = due
        self.overdue = overdue
        self.title = title
    }
}

/// A duty with the stream it is in.
package struct StreamDuty: Sendable, Equatable {
    package let stream: String
    package let duty: DutyRow

    package init(stream: String, duty: DutyRow) {
        self.stream = stream
        self.duty = duty
    }
}
