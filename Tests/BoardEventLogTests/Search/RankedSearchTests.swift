import BoardDomain
import Testing

@testable import BoardEventLog

@Suite("The best of a search")
struct RankedSearchTests {
    /// Texts by id with what the index makes of them.
    private struct Library {
        private(set) var texts: [String: SearchText] = [:]
        private var places: [String: [SearchPlace]] = [:]

        mutating func add(_ id: String, _ text: SearchText) {
            texts[id] = text
            for row in WordIndex(id: id, text: text).rows {
                guard case .text(let token) = row[0], case .integer(let score) = row[1] else {
                    continue
                }
                places[token, default: []].append(SearchPlace(score: score, id: id))
            }
        }

        /// The ids of a page, and how many entries of the index were read for it.
        func page(
            of words: String, after: SearchPlace?, limit: Int
        ) throws -> (ids: [String], read: Int) {
            let phrases = try SearchPhrase.phrases(of: words)
            let tokens = phrases.map { phrase in
                IndexToken.all(of: phrase).map { token in
                    token.isOpen
                        ? places.keys.filter { $0.hasPrefix(token.text) }.sortedByBytes()
                        : [token.text]
                }
            }
            var search = RankedSearch(phrases, tokens: tokens, after: after, limit: limit)
            var read = 0
            while let list = search.next {
                let size = search.blockSize(of: list)
                let block = (places[search[list].token] ?? []).sorted()
                    .filter { $0 > search[list].place }.prefix(size)
                for place in block {
                    read += 1
                    search.take(place, of: list) {
                        texts[place.id]
                    } row: {
                        Sample.caseRow(place.id)
                    }
                }
                search.end(list, isLast: block.count < size)
            }
            return (search.rows.map(\.id), read)
        }

        /// All that have the words, weighed one by one.
        func all(of words: String) throws -> [SearchPlace] {
            let phrases = try SearchPhrase.phrases(of: words)
            return texts.compactMap { id, text in
                SearchRanking.score(text, for: phrases).map { SearchPlace(score: $0, id: id) }
            }.sorted()
        }
    }

    @Test(
        "Pages are those of all texts weighed and sorted, ties too",
        arguments: [
            "轴承", "轴承 振动", "高速轴承", "nsk", "nsk 轴承", "nsk-62", "振动控制 nsk 轴承", "62 轴承", "无此",
            "轴承 无此",
        ], [1, 7])
    func pages(_ words: String, _ limit: Int) throws {
        var random = SeededNumbers(seed: 7)
        let parts = ["轴承", "高速", "振动", "控制", "装置", "，", " nsk", " nsk62", " 6204 ", " nsk-6204 "]
        var library = Library()
        for number in 1...200 {
            let made = (0..<2).map { _ in
                (0..<Int.random(in: 0..<9, using: &random)).map { _ in
                    parts[Int.random(in: 0..<parts.count, using: &random)]
                }.joined()
            }
            library.add("XC-\(number)", SearchText(title: made[0], body: [made[1]]))
        }
        let expected = try library.all(of: words)
        var found: [String] = []
        var after: SearchPlace?
        repeat {
            let page = try library.page(of: words, after: after, limit: limit).ids
            found += page
            after = page.last.flatMap { id in expected.first { $0.id == id } }
            if page.isEmpty { break }
        } while found.count <= expected.count
        #expect(found == expected.map(\.id))
        #expect(words.contains("无此") == expected.isEmpty)
    }

    @Test(
        "A page costs the same among a hundred texts and among ten thousand",
        arguments: ["轴承", "轴承 装置", "高速轴承"])
    func cost(_ words: String) throws {
        let reads = try [100, 10_000].map { size in
            var library = Library()
            for number in 0..<size {
                library.add(
                    "XC-\(number)",
                    SearchText(
                        title: "高速轴承",
                        body: ["装置" + String(repeating: "，转速", count: number % 5)]))
            }
            return try library.page(of: words, after: nil, limit: 10).read
        }
        #expect(reads[1] <= reads[0] * 2)
    }

    @Test("Hits together never score better than each alone, nor fewer better than more")
    func rounding() {
        for length in [1, 7, 200, 900] {
            for one in 1...40 {
                for other in 1...40 {
                    let (first, second, both) = (
                        SearchRanking.score(.init(body: one), length: length),
                        SearchRanking.score(.init(body: other), length: length),
                        SearchRanking.score(.init(body: one + other), length: length)
                    )
                    #expect(both >= first + second)
                    #expect(both <= first)
                }
            }
        }
    }
}
