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

    package init(id: String, state: NoticeState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
