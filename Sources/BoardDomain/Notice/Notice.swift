/// A public notice with its period.
package struct Notice: CaseObject {
    package let id: String
    package var state: NoticeState
    package internal(set) var kind: NoticeKind = .result
    /// What it makes public.
    package internal(set) var object: ObjectReference = ObjectReference(.challenge)
    /// The day of publication.
    package internal(set) var start: Day = Day(number: 0)
    /// 23:59:59 of its last day; it stands during suspension.
    package internal(set) var end: Instant = Instant(milliseconds: 0)
    package internal(set) var calendarVersion: String = ""
    /// Its end rests on a year whose calendar is not out yet.
    package internal(set) var isProvisional: Bool = false
    package internal(set) var text: String = ""
    package internal(set) var reasons: String = ""
    package internal(set) var channel: String = ""
    /// The numbers of the bids that win, in the order of the ranking; computed, never typed (C20).
    package internal(set) var winners: [String] = []
    /// The length and the counting that it was published with, for a recount (N3).
    package internal(set) var workdays: Int = 1
    package internal(set) var counting: Counting = .excluded
    /// Objections are admitted from here on.
    package internal(set) var publishedAt: Instant = Instant(milliseconds: 0)
    /// The objection, or the challenge whose cancellation is proposed, that suspended it last.
    package internal(set) var suspendedBy: ObjectReference?

    package init(id: String, state: NoticeState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        kind = event.fields[Self.kind] ?? kind
        object = event.fields[F.object] ?? object
        switch event.type {
        case .noticePublished:
            start = event.fields[Self.start] ?? event.at.day
            end = event.fields[Self.end] ?? event.at
            calendarVersion = event.fields[Self.calendarVersion] ?? ""
            isProvisional = event.fields[Self.isProvisional] ?? false
            text = event.fields[Self.text] ?? ""
            reasons = event.fields[Self.reasons] ?? ""
            channel = event.fields[Self.channel] ?? ""
            winners = event.fields[Self.winners] ?? []
            workdays = event.fields[Self.workdays] ?? 1
            counting = event.fields[Self.counting] ?? .excluded
            publishedAt = event.at
        case .noticeEndFixed:
            end = event.fields[Self.end] ?? end
            calendarVersion = event.fields[Self.calendarVersion] ?? calendarVersion
            isProvisional = event.fields[Self.isProvisional] ?? false
        case .noticeSuspended: suspendedBy = event.fields[Self.cause]
        default: break
        }
    }
}

extension NoticeState {
    /// Published and neither ended nor superseded.
    package var isLive: Bool { !isTerminal }
}
