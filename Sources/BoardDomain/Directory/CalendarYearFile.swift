/// A calendar year that was loaded after the program was made.
package struct CalendarYearFile: CaseObject {
    package let id: String
    package var state: CalendarState
    package internal(set) var year: Int = 0
    /// The year file's JSON.
    package internal(set) var days: String = ""

    package init(id: String, state: CalendarState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
