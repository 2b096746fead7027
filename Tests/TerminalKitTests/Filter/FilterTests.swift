import TerminalKit
import TerminalKitTesting
import Testing

@Suite("Rows are filtered while one types")
struct FilterTests {
    @Test("/ begins, Enter goes back to the rows, Esc lets it go, arrows are the rows'")
    func keys() {
        var state = FilterState()
        #expect(state.handle("x") == .ignored && state.handle(KeyEvent(.escape)) == .ignored)
        #expect(state.handle("/") == .taken && state.isTyping)
        #expect(state.handle("轴") == .changed && state.query == "轴")
        #expect(state.handle(KeyEvent(.down)) == .ignored)
        #expect(state.handle("/") == .changed)
        #expect(state.handle(KeyEvent(.enter)) == .taken && !state.isTyping && state.isActive)
        #expect(state.paste("承") == .ignored)
        #expect(state.handle(KeyEvent(.escape)) == .changed && !state.isActive)
        state.begin()
        #expect(state.paste("轴承") == .changed)
        #expect(
            screen(FilterLine(state, found: 3, of: 120, theme: .mono), columns: 20, rows: 1)
                == "/ 轴承         3/120")
        #expect(state.handle(KeyEvent(.escape)) == .changed && !state.isTyping)
    }

    @Test("Whatever is typed and taken away, what is found is what a search from the start finds")
    func narrows() {
        var random = SeededGenerator(seed: 5)
        var texts = (0..<60).map { _ in
            SafeText((0..<6).map { _ in random.pick(["a", "b", "轴", "承", "z", " "]) }.joined())
        }
        var found = FilteredIndices(count: texts.count)
        var query = ""
        for step in 0..<600 {
            var isAnew = false
            switch random.below(8) {
            case 0..<4: query += random.pick(["a", "b", "z", "c", "轴", " "])
            case 4, 5: query = String(query.dropLast())
            case 6: query = ""
            default:
                texts.shuffle(using: &random)
                isAnew = true
            }
            if step % 100 == 99 { texts.append("ab") }
            found.find(query, in: texts.count, isAnew: isAnew) { texts[$0] }
            let filter = FuzzyFilter(query)
            #expect(found.indices == texts.indices.filter { filter.contains(texts[$0]) })
        }
    }

    @Test("A letter more is looked for only among what was found")
    func saves() {
        let texts: [SafeText] = ["ab", "b", "abc", "c"]
        var found = FilteredIndices(count: 4)
        var asked = 0
        func find(_ query: String) {
            found.find(query, in: 4) {
                asked += 1
                return texts[$0]
            }
        }
        find("a")
        #expect(asked == 4)
        find("ac")
        #expect(asked == 6 && found.indices == [2])
        find("ac")
        #expect(asked == 6)
        find("")
        #expect(asked == 6 && found.indices.count == 4)
    }
}
