import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

@Suite("The picker of persons")
struct PersonPickerTests {
    private let setting = FormBench.setting()

    private func press(_ state: inout PersonPickerState, row: Int) -> PersonPickerState.Outcome? {
        let (_, table) = PersonBox.parts(of: Rect(setting.size))
        return state.take(
            .mouse(MouseEvent(.press(.left), column: table.column + 1, row: row)), in: setting)
    }

    @Test("selects who is clicked, and nobody out of sight at a click on its border")
    func border() {
        var state = PersonPickerState(
            (1...40).map {
                PersonEntry(id: "p\($0)", name: "人\($0)", roles: [], organisations: [])
            })
        let (box, table) = PersonBox.parts(of: Rect(setting.size))
        #expect(press(&state, row: table.row + 3) == nil)
        let before = state.selection.placement(
            in: state.found(in: setting), height: PersonPickerState.rows)
        #expect(before.selected == 2)
        #expect(press(&state, row: box.row + box.rows - 1) == nil)
        let after = state.selection.placement(
            in: state.found(in: setting), height: PersonPickerState.rows)
        #expect(after.selected == before.selected && after.top == before.top)
    }
}
