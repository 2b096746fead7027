import BoardDomain
import BoardResources

extension CountyBusiness {
    /// A case officer loads the notice of the State Council for a year (N3).
    func loadCalendar(_ year: Int, at instant: Instant) async throws {
        guard let bytes = EmbeddedFiles.bytes("calendars/\(year).json") else {
            throw SampleFault.resource("calendars/\(year).json")
        }
        let fields = Record {
            $0[F.calendarYear] = year
            $0[F.calendarDays] = String(decoding: bytes, as: UTF8.self)
        }
        try await stage.perform(
            Command(
                stream: StreamID(.calendar, String(year)), subject: ObjectReference(.calendar),
                name: "load-calendar", fields: fields, person: stage.cast.one(.caseOfficer, year)),
            at: instant)
    }
}
