package import BoardDomain
import BoardEventLog

/// One thing that waits for a person.
package struct InboxItem: Sendable {
    /// Where its command is put: the case, or a stream of its own, such as a calendar's year.
    package let stream: StreamID
    package let object: String
    /// The stream in which it waits, and what there it is about.
    package let origin: StreamID
    package let about: String
    /// The title of its case; empty outside a case.
    package let caseTitle: String
    package let rule: String
    /// The name of the duty or act, for its wording.
    package let act: String
    package let command: String?
    package let opened: Instant
    package let due: Instant?
    package let isOverdue: Bool
    /// Workdays left until it is due, negative once it is over; nil without a due instant.
    package let workdaysLeft: Int?
}

extension LocalBoard {
    /// What waits for a person: overdue first, then by due instant.
    package func inbox(of person: PersonID, at instant: Instant? = nil) async throws -> [InboxItem]
    {
        let now = instant ?? settings.now()
        try await refreshStanding()
        let appointments = standing.directory.appointments(of: person, at: now).map {
            DutyHolder.Appointment(role: $0.role.rawValue, organisation: $0.organisation)
        }
        let context = try context(at: now, head: try await log.head().hash)
        var titles: [String: String] = [:]
        var items: [InboxItem] = []
        for duty in try await log.duties(of: DutyHolder(person: person, appointments: appointments))
        {
            guard let stream = StreamID(text: duty.stream) else { continue }
            if titles[stream.id] == nil, stream.kind == .challenge {
                titles[stream.id] = try await log.caseRow(id: stream.id)?.title
            }
            let place = place(of: duty.duty.object, in: stream)
            items.append(
                InboxItem(
                    stream: place.stream, object: place.object, origin: stream,
                    about: duty.duty.about,
                    caseTitle: titles[stream.id] ?? "", rule: duty.duty.rule,
                    act: duty.duty.title, command: duty.duty.command, opened: duty.duty.opened,
                    due: duty.duty.due,
                    isOverdue: duty.duty.overdue || duty.duty.due.map { $0 < now } ?? false,
                    workdaysLeft: duty.duty.due.map {
                        context.calendar.workdaysLeft(from: now.day, to: $0.day)
                    }))
        }
        return items
    }

    /// An object of a stream, or the stream of its own that it names.
    private nonisolated func place(
        of object: String, in stream: StreamID
    ) -> (stream: StreamID, object: String) {
        guard let reference = ObjectReference(text: object),
            !type(of: Stream(stream).aggregate).machines.contains(reference.machine),
            let kind = StreamID.Kind(rawValue: reference.machine.rawValue)
        else { return (stream, object) }
        return (StreamID(kind, reference.id), ObjectReference(reference.machine).text)
    }
}
