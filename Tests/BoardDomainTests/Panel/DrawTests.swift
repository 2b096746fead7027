import Testing

@testable import BoardDomain

@Suite("The draw of the panel")
struct DrawTests {
    private static let head = DomainBoard.digest(Array("head".utf8))

    private func inputs(
        _ candidates: [Draw.Candidate], size: Int = 5, technicalSeats: Int = 4, round: Int = 1
    ) -> Draw.Inputs {
        Draw.Inputs(
            head: Self.head, nonces: ["0b", "0a"], challenge: "XC-2026-0001", round: round,
            size: size, technicalSeats: technicalSeats, perOrganisation: 1,
            candidates: candidates)
    }

    private func pool(_ count: Int) -> [Draw.Candidate] {
        (1...count).map {
            Draw.Candidate(
                expert: "e\($0)", organisation: "O\($0)", isTechnical: $0 % 3 != 0, conflict: nil)
        }
    }

    @Test("The seed is SHA-256 over the framed head, the sorted nonces, the challenge, the round")
    func seed() {
        var bytes: [UInt8] = [0, 0, 0, 32] + Self.head.bytes
        bytes += [0, 0, 0, 1, 0x0A, 0, 0, 0, 1, 0x0B]
        bytes += [0, 0, 0, 12] + Array("XC-2026-0001".utf8) + [0, 0, 0, 1] + Array("2".utf8)
        let seed = Draw.seed(
            head: Self.head, nonces: ["0b", "0a"], challenge: "XC-2026-0001", round: 2,
            digest: DomainBoard.digest)
        #expect(seed == DomainBoard.digest(bytes))
    }

    @Test("The order is that of HMAC-SHA-256 with the seed as key")
    func order() {
        let draw = Draw(inputs(pool(9)), digest: DomainBoard.digest)
        let keys = draw.order.map {
            DomainBoard.digest.hmac(key: draw.seed.bytes, message: Array($0.utf8))
        }
        #expect(keys == keys.sorted())
        #expect(Set(draw.order) == Set(pool(9).map(\.expert)))
    }

    @Test("Another round gives another order")
    func round() {
        let first = Draw(inputs(pool(20)), digest: DomainBoard.digest)
        let second = Draw(inputs(pool(20), round: 2), digest: DomainBoard.digest)
        #expect(first.order != second.order)
    }

    @Test("Seats keep the technical share and one expert an organisation, and say who is skipped")
    func quotas() {
        let pool = (1...12).map {
            Draw.Candidate(
                expert: "e\($0)", organisation: "O\($0 % 6)", isTechnical: $0 > 6, conflict: nil)
        }
        let draw = Draw(inputs(pool), digest: DomainBoard.digest)
        let known = Dictionary(uniqueKeysWithValues: pool.map { ($0.expert, $0) })
        let seated = draw.seated.compactMap { known[$0] }
        #expect(seated.count == 5)
        #expect(seated.count(where: \.isTechnical) >= 4)
        #expect(Set(seated.map(\.organisation)).count == 5)
        #expect(
            Set(draw.skipped.map(\.reason)).isSubset(of: [.organisationFull, .technicalShare]))
        let passed = draw.order.prefix { $0 != draw.seated.last }.count + 1
        #expect(draw.seated.count + draw.skipped.count == passed)
    }

    @Test("A conflict is skipped with its reason")
    func conflict() {
        let pool =
            pool(5) + [
                Draw.Candidate(
                    expert: "x", organisation: "X", isTechnical: true, conflict: .liaison)
            ]
        let draw = Draw(inputs(pool, size: 6, technicalSeats: 1), digest: DomainBoard.digest)
        #expect(!draw.seated.contains("x"))
        #expect(draw.skipped == [Draw.Skip(expert: "x", reason: .liaison)])
    }

    @Test("The public record gives the same draw again, through its JSON")
    func rerun() throws {
        let draw = Draw(inputs(pool(9)), digest: DomainBoard.digest)
        let text = draw.json.canonicalText
        let read = try #require(Draw(json: try JSONReader.read(text)))
        #expect(read == draw)
        #expect(Draw.rerun(read, digest: DomainBoard.digest) == draw)
    }

    @Test("A record that somebody has touched does not come out again")
    func touched() throws {
        let draw = Draw(inputs(pool(9)), digest: DomainBoard.digest)
        var members = try #require(draw.json.object)
        members["nonces"] = ["0a", "0c"]
        let forged = try #require(Draw(json: .object(members)))
        #expect(Draw.rerun(forged, digest: DomainBoard.digest) != forged)
    }
}
