import TerminalKit
import Testing

@Suite("Fields that are filled by choosing")
struct ChoiceFieldTests {
    private static let options: [ChoiceOption<Int>] = [
        ChoiceOption(1, "机械加工", detail: "12 家"), ChoiceOption(2, "新材料"),
        ChoiceOption(3, "农业装备", reason: "本年已满"), ChoiceOption(4, "数控机床"),
    ]

    private func press<ID>(_ field: inout ChoiceFieldState<ID>, _ keys: Key...) -> FieldOutcome {
        keys.map { field.handle(KeyEvent($0)) }.last ?? .ignored
    }

    private func list(_ field: ChoiceFieldState<Int>) -> String {
        guard let popup = ChoicePopup(field, placeholder: "没有", theme: .mono) else { return "" }
        let size = popup.size(columns: 10)
        return screen(popup, columns: size.columns, rows: size.rows)
    }

    @Test("One of several is found by the initials of its pinyin and chosen by Enter")
    func one() {
        var field = ChoiceFieldState(Self.options, chosen: [2])
        #expect(
            screen(ChoiceField(field, isFocused: true, theme: .mono), columns: 12, rows: 1)
                == "新材料     ▾")
        #expect(press(&field, .enter) == .taken)
        #expect(
            list(field) == """
                ┌────────────────────────┐
                │   机械加工       12 家 │
                │ * 新材料               │
                │   (农业装备)  本年已满 │
                │   数控机床             │
                └────────────────────────┘
                """)
        #expect(press(&field, .character("s"), .character("k")) == .taken)
        #expect(field.matches.elements.map(\.id) == [4])
        #expect(
            screen(ChoiceField(field, isFocused: true, theme: .mono), columns: 12, rows: 1)
                == "sk         ▴")
        #expect(press(&field, .enter) == .changed)
        #expect(field.value == 4 && !field.isOpen)
        #expect(press(&field, .down, .enter) == .taken)
        #expect(press(&field, .tab) == .ignored)
    }

    @Test("What cannot be chosen is not; Esc empties the filter, then leaves all as it was")
    func refused() {
        var field = ChoiceFieldState(Self.options)
        #expect(press(&field, .character("农"), .enter) == .taken)
        #expect(field.value == nil && field.isOpen)
        #expect(press(&field, .escape) == .taken)
        #expect(field.isOpen && field.query.text.isEmpty)
        #expect(press(&field, .character("x"), .character("x")) == .taken)
        #expect(list(field).contains("没有"))
        #expect(press(&field, .escape, .escape) == .taken)
        #expect(!field.isOpen)
    }

    @Test("Several are chosen by Space, kept in the order of the options, and taken back by Esc")
    func several() {
        var field = ChoiceFieldState(Self.options, chosen: [4], allowsSeveral: true)
        #expect(press(&field, .down) == .taken)
        #expect(press(&field, .up, .up, .up, .character(" ")) == .changed)
        #expect(field.chosen == [1, 4])
        #expect(list(field).contains("[x] 机械加工"))
        #expect(press(&field, .escape) == .changed)
        #expect(field.chosen == [4])
        #expect(press(&field, .enter, .character(" "), .enter) == .taken)
        #expect(field.chosen.isEmpty && !field.isOpen)
        field.set([4, 1])
        #expect(
            screen(ChoiceField(field, isFocused: false, theme: .mono), columns: 30, rows: 1)
                .hasPrefix("机械加工, 数控机床 "))
    }

    @Test("The mouse opens the list and chooses")
    func mouse() {
        var field = ChoiceFieldState(Self.options)
        #expect(field.click() == .taken)
        let size = Size(columns: 24, rows: 6)
        #expect(field.clickList(Position(column: 3, row: 0), in: size) == .taken)
        #expect(field.clickList(Position(column: 3, row: 3), in: size) == .taken)
        #expect(field.value == nil)
        #expect(field.clickList(Position(column: 3, row: 2), in: size) == .changed)
        #expect(field.value == 2)
        #expect(field.click() == .taken && field.isOpen)
        #expect(field.click() == .taken && !field.isOpen)
    }

    @Test("Other options: what is chosen stays as long as it is among them")
    func options() {
        var field = ChoiceFieldState(Self.options, chosen: [1, 2], allowsSeveral: true)
        field.setOptions(Array(Self.options.dropFirst()))
        #expect(field.chosen == [2])
    }

    @Test("A list opens below its field, above where there is no room, and never outside")
    func place() {
        let screen = Rect(column: 0, row: 0, columns: 40, rows: 12)
        let size = Size(columns: 20, rows: 6)
        func place(_ column: Int, _ row: Int, _ size: Size) -> Rect {
            screen.popup(size, beside: Rect(column: column, row: row, columns: 9, rows: 1))
        }
        #expect(place(3, 2, size) == Rect(column: 3, row: 3, columns: 20, rows: 6))
        #expect(place(30, 8, size) == Rect(column: 20, row: 2, columns: 20, rows: 6))
        #expect(place(0, 6, Size(columns: 60, rows: 30)).rows == 6)
        #expect(place(0, 6, Size(columns: 60, rows: 30)).columns == 40)
    }

    @Test("Many options: the thumb tells where the list stands")
    func many() {
        let many = (0..<40).map { ChoiceOption($0, SafeText("选项\($0)")) }
        var field = ChoiceFieldState(many, chosen: [39])
        field.open()
        let lines = list(field).split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines[8].contains("选项39") && lines[8].hasSuffix("⣿"))
        #expect(lines[1].hasSuffix("│"))
        let bar = ScrollBar(first: 1, visible: 10, count: 1000, theme: .mono)
        #expect(bar.thumb(height: 10) == 1..<2)
        #expect(bar.first(at: 9, height: 10) == 990 && bar.first(at: 0, height: 10) == 0)
        #expect(ScrollBar(first: 0, visible: 9, count: 9, theme: .mono).thumb(height: 9) == nil)
    }
}
