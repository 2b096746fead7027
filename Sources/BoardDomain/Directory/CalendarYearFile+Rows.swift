private typealias Row = Rows<CalendarState>

extension CalendarYearFile {
    /// The rows of the machine `calendar`; loading one fixes provisional notices (N3).
    static let rows: [Transition] = [load]

    static let duties: [Duty] = []

    private static let load = Row.command(
        "N3", "load-calendar", variant: "loading", from: [], to: [.loaded],
        by: .any(.caseOfficer),
        fields: [.required(F.calendarYear), .required(F.calendarDays)],
        guards: [ownYear, readable, changed], events: [.calendarLoaded])

    private static let ownYear = Guard.input("yearOfStream") { turn in
        guard let year = turn.fields[F.calendarYear], String(year) != turn.stream.id else {
            return nil
        }
        return Breach(
            .yearMismatch, given: .integer(Int64(year)), accepted: .string(turn.stream.id))
    }

    /// The notice of the State Council as a year file, of that year, with at least one day.
    private static let readable = Guard.input("calendarReadable") { turn in
        guard let text = turn.fields[F.calendarDays], let year = turn.fields[F.calendarYear] else {
            return nil
        }
        let json = try? JSONReader.read(text)
        let read = json.flatMap { try? CalendarYear(json: $0) }
        guard read?.year != year || read?.isKnown != true else { return nil }
        return Breach(
            .calendarUnreadable, given: .string(String(text.prefix(80))),
            accepted: .string("{year: \(year), papers: […], days: [{name, date, isOffDay}, …]}"))
    }

    private static let changed = Guard.input("calendarChanged") { turn in
        let present = (turn.world[turn.stream].aggregate as? CalendarFile)?.years.last?.days
        guard let text = turn.fields[F.calendarDays], text == present else { return nil }
        return Breach(
            .calendarSame, given: .string(turn.stream.id), accepted: .string("≠"))
    }
}
