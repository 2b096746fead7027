import BoardEventLog
import Testing

@testable import BoardDomain
@testable import BoardService

/// What somebody is shown of a case, by its file and its timeline, and what of it goes on record.
struct Onlooker {
    let county: TestCounty
    let person: PersonID?

    static let all: [PersonID?] = [
        nil, "ent", "wrk", "lab", "arg1", "bid3", "bid1", "bid2", "case", "sup2", "aud",
    ]
    private static let officials: Set<PersonID> = ["case", "sup2", "aud"]
    /// Nothing that such a state's screens tell may name a bidder.
    private static let beforeNotice: Set<ChallengeState> = [
        .open, .closed, .qualifying, .evaluating,
    ]

    private var name: String { person ?? "public" }
    private var own: Int? { ["bid1": 1, "bid2": 2][person ?? ""] }

    func shown() async throws -> String {
        let stream = StreamID(.challenge, county.challenge)
        guard
            let file = try? await county.board.caseFile(county.challenge, as: person)
        else { return "" }
        let told = try await county.board.timeline(stream, as: person).map {
            "\($0.type) \($0.object) \($0.actor) \($0.organisation) \($0.fields.canonicalText)"
        }
        return ([file.canonicalText] + told).joined(separator: "\n")
    }

    /// I22: neither who bids before the notice, nor a loser's score, nor what identifies a person, nor
    /// indicators that are not for everybody.
    func leaks() async throws -> [String] {
        let found = try await county.found()
        var kept: [String] = []
        let isOfficial = person.map(Self.officials.contains) ?? false
        for number in [1, 2] where number != own && !isOfficial {
            let firm = Cast.bidders[number - 1]
            if Self.beforeNotice.contains(found.challenge.state) {
                kept += [firm.code, firm.name, "bidsig\(number)", "工艺路线第\(number)号"]
            }
            if number == 2, person == nil || ["lab", "arg1", "bid3"].contains(person),
                let total = found.bids.all.last(where: { $0.bidder == firm.code })?.total
            {
                kept.append("\"\(total.text)\"")
            }
            if person == nil { kept.append("1380575000\(number)") }
        }
        if person == nil { kept += ["精度寿命", "主轴温升过高", "13805759999", digest("ent").text] }
        let text = try await shown()
        return kept.filter(text.contains).map {
            "I22: \(name) reads \($0) while the case is \(found.challenge.state)"
        }
    }

    /// I27: whoever reads what somebody else has bid, or terms that are not for everybody, is on record.
    func unrecorded() async throws -> [String] {
        let before = try await county.board.reads(as: "aud").count
        let text = try await shown()
        let noted = try await county.board.reads(as: "aud").dropFirst(before)
        let objects = Set(noted.filter { $0.person == person }.flatMap(\.objects))
        var wanted: [String] = []
        for number in [1, 2] where number != own && text.contains("工艺路线第\(number)号") {
            if let bid = try await county.bid(number) { wanted.append(bid.reference.text) }
        }
        if text.contains("主轴温升过高"), !["ent", "wrk"].contains(person) { wanted.append("challenge") }
        return wanted.filter { !objects.contains($0) }.map { "I27: \(name) read \($0) unrecorded" }
    }
}
