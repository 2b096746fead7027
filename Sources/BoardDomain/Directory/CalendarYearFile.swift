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
        case .calendarLoaded:
            year = event.fields[F.calendarYear, default: year]
            days = event.fields[F.calendarDays, default: days]
        default: break
        }
    }

    /// The days as a calendar reads them; nil before the first loading.
    package var calendarYear: CalendarYear? {
        guard let json = try? JSONReader.read(days) else { return nil }
        return try? CalendarYear(json: json)
    }
}
