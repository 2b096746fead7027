/// Why a year of the calendar cannot be read.
package enum CalendarFault: Error, Hashable, Sendable {
    case noYear
    /// The index of the entry of `days` that lacks a readable `date` or `isOffDay`.
    case badEntry(Int)
    /// A year's notice moves days of its own year and of the turns of the year only.
    case outsideYear(Day)
    case twice(Day)
}

/// The days by which one year's notice of the State Council departs from Monday to Friday.
package struct CalendarYear: Hashable, Sendable {
    package let year: Int
    /// Counts the corrections of the year's notice, from 1.
    package let edition: Int
    /// Names or addresses of the notices that the days were taken from.
    package let papers: [String]
    /// True for a day off, false for a make-up workday.
    package let overrides: [Day: Bool]

    package init(year: Int, edition: Int = 1, papers: [String], overrides: [Day: Bool]) {
        self.year = year
        self.edition = edition
        self.papers = papers
        self.overrides = overrides
    }

    /// Reads `{year, papers[], days[{name, date, isOffDay}]}`, with an `edition` where the notice was
    /// corrected; other members are left alone.
    package init(json: JSON) throws(CalendarFault) {
        guard let number = json["year"]?.integer, let year = Int(exactly: number) else {
            throw .noYear
        }
        var overrides: [Day: Bool] = [:]
        for (index, entry) in (json["days"]?.array ?? []).enumerated() {
            guard let text = entry["date"]?.string, let day = Day(text: text),
                let isOff = entry["isOffDay"]?.boolean
            else { throw .badEntry(index) }
            // A new year's notice has named make-up days of the December before.
            guard abs(day.year - year) <= 1 else { throw .outsideYear(day) }
            guard overrides.updateValue(isOff, forKey: day) == nil else { throw .twice(day) }
        }
        self.init(
            year: year, edition: json["edition"]?.integer.flatMap(Int.init(exactly:)) ?? 1,
            papers: (json["papers"]?.array ?? []).compactMap(\.string), overrides: overrides)
    }

    /// False until the notice of the year is out: every result in such a year is provisional 暂定.
    package var isKnown: Bool { !overrides.isEmpty }
}
