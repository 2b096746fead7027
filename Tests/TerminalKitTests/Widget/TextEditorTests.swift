import TerminalKit
import TerminalKitTesting
import Testing

@Suite("What is typed")
struct TextEditorTests {
    private func typed(_ keys: String, _ form: SafeText.Form = .line) -> TextEditor {
        var editor = TextEditor(form)
        type(keys, into: &editor)
        return editor
    }

    private func press(_ editor: inout TextEditor, _ key: Key, _ modifiers: Modifiers = []) {
        _ = editor.handle(KeyEvent(key, modifiers))
    }

    @Test("The caret steps over clusters, not scalars")
    func clusters() {
        var editor = typed("中e\u{301}👨\u{200D}👩\u{200D}👧文")
        #expect(editor.text.string == "中é👨‍👩‍👧文")
        #expect(editor.tampered == false)
        type("<#", into: &editor)
        #expect(editor.text.string == "中é文")
        type("#", into: &editor)
        #expect(editor.text.string == "中文" && editor.caret == 3)
    }

    @Test("Words are moved over and taken away")
    func words() {
        var editor = typed("one two, three")
        type("{", into: &editor)
        #expect(editor.caret == 9)
        type("{", into: &editor)
        #expect(editor.caret == 4)
        type("}", into: &editor)
        #expect(editor.caret == 7)
        press(&editor, .character("w"), .control)
        #expect(editor.text.string == "one , three")
        press(&editor, .character("k"), .control)
        #expect(editor.text.string == "one ")
        press(&editor, .character("u"), .control)
        #expect(editor.text.isEmpty)
    }

    @Test("A run of typing is one step back; steps can be made again")
    func undo() {
        var editor = typed("abc def")
        press(&editor, .character("w"), .control)
        #expect(editor.text.string == "abc ")
        press(&editor, .character("_"), .control)
        #expect(editor.text.string == "abc def")
        press(&editor, .character("_"), .control)
        #expect(editor.text.string == "abc ")
        press(&editor, .character("_"), .control)
        press(&editor, .character("_"), .control)
        #expect(editor.text.string == "")
        let reached = editor.undo()
        #expect(reached == false)
        for _ in 0..<4 { press(&editor, .character("y"), .control) }
        #expect(editor.text.string == "abc ")
        press(&editor, .character("_"), .control)
        type("x", into: &editor)
        let again = editor.redo()
        #expect(again == false && editor.text.string == "abc defx")
    }

    @Test("Whatever is edited, all of it can be taken back and made again")
    func random() {
        var generator = SeededGenerator(seed: 11)
        let keys = "ab 中，e\u{301}👩\u{200D}🇨🇳<>{}#".unicodeScalars.map { String($0) }
        for _ in 0..<40 {
            var editor = TextEditor()
            for _ in 0..<60 {
                type(generator.pick(keys), into: &editor)
                let boundaries = editor.text.clusters().map(\.utf8.upperBound) + [0]
                #expect(boundaries.contains(editor.caret))
            }
            let final = editor.text.string
            while editor.undo() {}
            #expect(editor.text.isEmpty)
            while editor.redo() {}
            #expect(editor.text.string == final)
        }
    }

    @Test("A paste goes through the gate: it is told, and nothing of it acts")
    func paste() {
        var editor = typed("ab<")
        editor.paste("x\u{1B}[31m\u{202E}y\n")
        #expect(editor.text.string == "ax\u{FFFD}[31m\u{FFFD}yb" && editor.tampered)
        editor.undo()
        #expect(editor.text.string == "ab")
        var clean = TextEditor()
        clean.paste("一行\n")
        #expect(clean.text.string == "一行" && clean.tampered == false)
    }

    @Test("There is a most that it takes, and what stands behind the caret is kept")
    func limit() {
        var editor = TextEditor(.line, limit: 5)
        editor.set("abcd")
        type("<<<<", into: &editor)
        editor.paste("xyz")
        #expect(editor.text.string == "xabcd" && editor.overflow == 2)
        type("#", into: &editor)
        #expect(editor.text.string == "abcd" && editor.overflow == 0)
    }

    @Test("A field keeps the caret in sight, whatever is typed")
    func field() {
        var generator = SeededGenerator(seed: 5)
        var editor = TextEditor()
        for _ in 0..<300 {
            type(generator.pick(["中", "a", "<", ">", "{"]), into: &editor)
            let field = TextField(editor, isFocused: true, theme: .mono)
            let shown = drawn(field, columns: 9, rows: 1)
            #expect(shown.caret != nil)
        }
        let field = TextField(typed("甲乙丙丁戊己"), isFocused: true, theme: .mono)
        let shown = drawn(field, columns: 9, rows: 1)
        #expect(shown.text == "戊己" && shown.caret == Position(column: 4, row: 0))
        let away = TextField(typed("甲"), isFocused: false, theme: .mono)
        #expect(drawn(away, columns: 9, rows: 1).caret == nil)
    }

    @Test("A secret shows as asterisks, an empty field what belongs into it")
    func secret() {
        let secret = TextField(typed("密a"), isFocused: true, isSecret: true, theme: .mono)
        #expect(drawn(secret, columns: 9, rows: 1).text == "**")
        #expect(drawn(secret, columns: 9, rows: 1).caret == Position(column: 2, row: 0))
        let empty = TextField(typed(""), isFocused: true, placeholder: "万元", theme: .mono)
        #expect(screen(empty, columns: 9, rows: 1) == "万元")
    }

    @Test("An area breaks its lines; up and down keep to a column")
    func area() {
        var editor = TextEditor(.body, limit: 1000)
        editor.paste("甲乙丙丁戊\nab\n子丑寅卯")
        let columns = TextArea.columns(of: Size(columns: 7, rows: 6))
        let area = TextArea(editor, isFocused: true, theme: .mono)
        let shown = drawn(area, columns: 7, rows: 6)
        #expect(shown.text == "甲乙丙\n丁戊\nab\n子丑寅\n卯\n")
        #expect(shown.caret == Position(column: 2, row: 4))
        _ = editor.handle(KeyEvent(.end), columns: columns)
        _ = editor.handle(KeyEvent(.up), columns: columns)
        _ = editor.handle(KeyEvent(.right), columns: columns)
        var places: [Int] = []
        for _ in 0..<4 {
            _ = editor.handle(KeyEvent(.up), columns: columns)
            places.append(editor.caret)
        }
        // Column 4 of "子丑寅", then the end of "ab", then column 4 again.
        #expect(places == [18, 15, 6, 0])
        _ = editor.handle(KeyEvent(.enter), columns: columns)
        #expect(editor.text.string.hasPrefix("\n甲"))
    }
}
