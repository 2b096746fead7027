package import BoardDomain

/// The years of the workday calendar that the binary carries; the bureau loads later ones.
package enum EmbeddedCalendar {
    package static func years() throws(ResourceFault) -> [CalendarYear] {
        var years: [CalendarYear] = []
        for path in EmbeddedFiles.paths(in: "calendars") {
            let json = try EmbeddedFiles.json(path)
            do {
                years.append(try CalendarYear(json: json))
            } catch {
                throw .calendar(path: path, error)
            }
        }
        return years
    }

    package static func calendar() throws(ResourceFault) -> WorkdayCalendar {
        WorkdayCalendar(years: try years())
    }
}
