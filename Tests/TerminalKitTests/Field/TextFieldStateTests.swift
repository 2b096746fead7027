import TerminalKit
import Testing

@Suite("Fields in which one types")
struct TextFieldStateTests {
    private func typed(_ text: String, _ field: TextFieldState) -> TextFieldState {
        var field = field
        for scalar in text.unicodeScalars { _ = field.handle(KeyEvent(.character(scalar))) }
        return field
    }

    @Test("Only the characters of its kind come in; full-width ones count as what they stand for")
    func characters() {
        let amount = TextFieldState(characters: .decimal)
        #expect(typed("1a2。５-万", amount).text == "12.5")
        #expect(typed("-3", TextFieldState(characters: .signedDecimal)).text == "-3")
        #expect(typed("１ 2x", TextFieldState(characters: .digits)).text == "12")
        #expect(typed("中 a", TextFieldState()).text == "中 a")
        var pasted = amount
        #expect(pasted.paste("￥1,200.50\n") == .changed)
        #expect(pasted.text == "1200.50")
        #expect(pasted.paste("元") == .taken)
    }

    @Test("What a key did is told: another value, the caret alone, the next field, or nothing")
    func outcomes() {
        var field = TextFieldState(characters: .digits, text: "12")
        #expect(field.handle(KeyEvent(.left)) == .taken)
        #expect(field.handle(KeyEvent(.character("x"))) == .taken)
        #expect(field.handle(KeyEvent(.character("7"))) == .changed)
        #expect(field.text == "172")
        #expect(field.handle(KeyEvent(.enter)) == .submitted)
        for key: Key in [.tab, .escape, .up, .function(1)] {
            #expect(field.handle(KeyEvent(key)) == .ignored)
        }
        var body = TextFieldState(.body, limit: 200)
        #expect(body.handle(KeyEvent(.enter)) == .changed)
    }

    @Test("A click puts the caret between two clusters, wherever the text is scrolled to")
    func clicks() {
        let size = Size(columns: 6, rows: 1)
        var line = TextFieldState(text: "甲乙丙丁戊己")
        _ = line.handle(KeyEvent(.home))
        #expect(line.click(Position(column: 3, row: 0), in: size) == .taken)
        _ = line.handle(KeyEvent(.character("x")))
        #expect(line.text == "甲x乙丙丁戊己")
        _ = line.handle(KeyEvent(.end))
        let shown = drawn(
            TextField(line, isFocused: true, theme: .mono), columns: 6, rows: 1)
        #expect(shown.text == "戊己")
        #expect(line.click(Position(column: 1, row: 0), in: size) == .taken)
        _ = line.handle(KeyEvent(.backspace))
        #expect(line.text == "甲x乙丙戊己")
        #expect(line.click(Position(column: 1, row: 1), in: size) == .ignored)

        var secret = TextFieldState(isSecret: true, text: "甲乙丙")
        _ = secret.click(Position(column: 1, row: 0), in: size)
        _ = secret.handle(KeyEvent(.delete))
        #expect(secret.text == "甲丙")

        var body = TextFieldState(.body, limit: 200, text: "甲乙丙丁\nab")
        let area = Size(columns: 5, rows: 3)
        _ = body.click(Position(column: 4, row: 1), in: area)
        _ = body.handle(KeyEvent(.backspace))
        #expect(body.text.string == "甲乙丙\nab")
        _ = body.click(Position(column: 9, row: 2), in: Size(columns: 12, rows: 3))
        _ = body.handle(KeyEvent(.character("c")))
        #expect(body.text.string == "甲乙丙\nabc")
    }

    @Test("Pages move through a text of several lines by what the area shows")
    func pages() {
        let size = Size(columns: 9, rows: 3)
        var body = TextFieldState(.body, limit: 400, text: "1\n2\n3\n4\n5\n6")
        _ = body.handle(KeyEvent(.pageUp), in: size)
        _ = body.handle(KeyEvent(.character("x")), in: size)
        #expect(body.text.string == "1\n2\n3\n4x\n5\n6")
        for _ in 0..<9 { _ = body.handle(KeyEvent(.pageUp), in: size) }
        _ = body.handle(KeyEvent(.character("y")), in: size)
        #expect(body.text.string == "y1\n2\n3\n4x\n5\n6")
    }

    @Test("A passphrase shows neither its characters nor where its words end")
    func secret() {
        var secret = TextFieldState(isSecret: true, text: "two words")
        #expect(
            screen(TextField(secret, isFocused: true, theme: .mono), columns: 12, rows: 1)
                == "*********")
        _ = secret.handle(KeyEvent(.left, .control))
        _ = secret.handle(KeyEvent(.character("x")))
        #expect(secret.text == "xtwo words")
        _ = secret.handle(KeyEvent(.end))
        _ = secret.handle(KeyEvent(.character("w"), .control))
        #expect(secret.text.isEmpty)
        secret.set("again")
        #expect(secret.handle(KeyEvent(.character("_"), .control)) == .taken)
        #expect(secret.text == "again")
    }

    @Test("A label, its asterisk, the field, and below it what is wrong with it")
    func row() {
        let rule: (SafeText) -> FieldVerdict = { text in
            text.isEmpty
                ? .unfinished("还没有填") : text.string.count > 3 ? .wrong("太大") : .good("约三辆车")
        }
        func shown(_ text: String, isTyping: Bool, label: Int = 8) -> String {
            let field = TextFieldState(text: text)
            return screen(
                FieldRow(
                    "榜额", field: TextField(field, isFocused: isTyping, theme: .mono),
                    isRequired: true, verdict: rule(field.text), isFocused: isTyping,
                    labelColumns: label, theme: .mono), columns: 20, rows: label == 0 ? 3 : 2)
        }
        #expect(shown("12", isTyping: true) == "榜额 *  12\n        约三辆车")
        #expect(shown("1234", isTyping: true) == "榜额 *  1234\n        ! 太大")
        #expect(shown("", isTyping: true) == "榜额 *\n        还没有填")
        #expect(shown("", isTyping: false) == "榜额 *\n        ! 还没有填")
        #expect(shown("1", isTyping: true, label: 0) == "榜额 *\n1\n约三辆车")
        #expect(
            FieldRow<TextField>.fieldRect(of: Size(columns: 20, rows: 2), labelColumns: 8)
                == Rect(column: 8, row: 0, columns: 12, rows: 1))
    }
}
