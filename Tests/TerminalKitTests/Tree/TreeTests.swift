import TerminalKit
import Testing

@Suite("A tree")
struct TreeTests {
    private static let roots = [
        TreeNode(
            1, StyledText("合同"),
            children: [
                TreeNode(2, StyledText("节点一"), children: [TreeNode(3, StyledText("证据"))]),
                TreeNode(4, StyledText("节点二")),
            ]), TreeNode(5, StyledText("公示")),
    ]

    private func shown(_ state: TreeState<Int>, rows: Int = 5) -> String {
        screen(Tree(Self.roots, state: state, theme: .mono), columns: 12, rows: rows)
    }

    private func press(_ state: inout TreeState<Int>, _ keys: KeyEvent...) -> Bool {
        keys.map { state.handle($0, in: Self.roots, height: 4) }.last ?? false
    }

    @Test("Right unfolds and goes down, left folds and goes up")
    func keys() {
        var state = TreeState<Int>()
        #expect(shown(state, rows: 2) == "▸ 合同\n  公示")
        #expect(press(&state, KeyEvent(.right)) == false)
        #expect(press(&state, KeyEvent(.down), KeyEvent(.right)) == true)
        #expect(shown(state) == "▾ 合同\n  ▸ 节点一\n    节点二\n  公示\n")
        #expect(press(&state, "l", "l", "l") == true)
        #expect(state.selection.id == 3)
        #expect(shown(state) == "▾ 合同\n  ▾ 节点一\n      证据\n    节点二\n  公示")
        #expect(press(&state, KeyEvent(.left)) && state.selection.id == 2)
        #expect(press(&state, "h") && state.open == [1])
        #expect(press(&state, "h", " ") && state.open == [])
        #expect(press(&state, "*") && state.open == [1, 2])
        #expect(press(&state, "x") == false)
    }

    @Test("A node that is folded away can be shown, and a click unfolds by the sign")
    func reveals() {
        var state = TreeState<Int>()
        state.reveal(3, in: Self.roots, height: 3)
        #expect(state.open == [1, 2] && state.selection.id == 3)
        #expect(state.selection.top == 0)
        state.reveal(5, in: Self.roots, height: 3)
        #expect(state.selection.top == 2)
        #expect(state.click(Position(column: 6, row: 0), in: Self.roots, height: 3) == 3)
        #expect(state.click(Position(column: 6, row: 3), in: Self.roots, height: 3) == nil)
        state.settle(in: [Self.roots[1]], height: 3)
        #expect(state.selection.id == 5)
        var other = TreeState<Int>()
        #expect(other.click(Position(column: 0, row: 0), in: Self.roots, height: 3) == 1)
        #expect(other.open == [1])
        #expect(other.click(Position(column: 5, row: 0), in: Self.roots, height: 3) == 1)
        #expect(other.open == [1])
    }
}
