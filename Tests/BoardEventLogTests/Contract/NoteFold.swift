import BoardDomain
import BoardEventLog

/// Projects each stream as a case, with one document number per event.
struct NoteFold: ProjectionFold {
    private var versions: [String: Int] = [:]
    /// The fold fails at this position.
    var failing: Int64?

    struct Failure: Error {}

    mutating func evolve(_ row: EventRow) throws {
        if row.position == failing { throw Failure() }
        versions[row.stream, default: 0] += 1
    }

    func projection(of stream: String) -> StreamProjection {
        Self.projection(of: stream, version: versions[stream] ?? 0)
    }

    static func projection(of stream: String, version: Int) -> StreamProjection {
        let id = String(stream.split(separator: "/")[1])
        return StreamProjection(
            stream: stream, version: version, nextDue: Sample.start.adding(hours: version),
            caseRow: Sample.caseRow(id, state: version % 2 == 0 ? "open" : "draft"),
            duties: [
                DutyRow(
                    object: "题", rule: "C3", roles: ["reviewer"], opened: Sample.start, title: id)
            ],
            documentNumbers: (0..<version).map {
                DocumentNumberRow(number: "\(id)-\($0)", object: "e", kind: "invoice")
            }, involvements: [InvolvementRow(party: "o1", role: "bidder", object: id)],
            dealings: [DealingRow("o2", "o1", day: Sample.start.day)],
            stays: [StayRow(lane: "pose", from: Sample.start)],
            searchText: SearchText(title: "轴承 \(version)", body: [id]),
            snapshot: .taken(version: version, bytes: Array("as of \(version)".utf8)))
    }

    /// A command that appends to streams and projects them as the fold would.
    static func request(_ id: String, _ streams: [String: Int]) -> AppendRequest {
        let names = streams.keys.sorted()
        var request = Sample.request(id, events: names.map { Sample.draft($0) })
        request.projections = names.map { projection(of: $0, version: streams[$0] ?? 0) }
        return request
    }
}
