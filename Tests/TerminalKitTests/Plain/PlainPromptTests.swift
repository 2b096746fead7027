import Testing

@testable import TerminalKit

@Suite("Plain mode")
struct PlainPromptTests {
    private final class Script: LineChannel {
        var answers: [String]
        var written = ""
        var secrets = 0
        var isPasted = false

        init(_ answers: [String]) { self.answers = answers }

        func readLine() -> [UInt8]? {
            answers.isEmpty ? nil : Array(answers.removeFirst().utf8)
        }

        func readSecretLine(after prompt: [UInt8]) -> [UInt8]? {
            secrets += 1
            write(prompt)
            return readLine()
        }

        func write(_ bytes: [UInt8]) { written += String(decoding: bytes, as: UTF8.self) }
    }

    private static let options: [ChoiceOption<String>] = [
        ChoiceOption("a", "机械加工", detail: "12 家"), ChoiceOption("b", "新材料"),
        ChoiceOption("c", "农业装备", reason: "本年已满"), ChoiceOption("d", "数控机床"),
    ]

    private func ask<Answer>(
        _ answers: [String], _ question: (PlainPrompt<Script>) -> Answer
    ) -> (answer: Answer, text: String) {
        let script = Script(answers)
        let answer = question(PlainPrompt(script))
        #expect(!script.written.utf8.contains(0x1B))
        return (answer, script.written)
    }

    @Test("One of several by its number, by letters, or not at all")
    func choose() {
        let byNumber = ask(["9", "3", "2"]) { $0.choose("行业", Self.options) }
        #expect(byNumber.answer == "b")
        #expect(
            byNumber.text == """
                行业
                1. 机械加工 - 12 家
                2. 新材料
                3. 农业装备 (本年已满)
                4. 数控机床
                Number, some letters of a name, or nothing to go back: \
                ! Give a number from 1 to 4.
                Number, some letters of a name, or nothing to go back: \
                ! 本年已满
                Number, some letters of a name, or nothing to go back:\u{20}
                """)
        #expect(ask(["jc"]) { $0.choose("行业", Self.options) }.answer == "d")
        #expect(ask(["zb"]) { $0.choose("行业", Self.options) }.answer == nil)
        #expect(ask(["x", ""]) { $0.choose("行业", Self.options) }.answer == nil)
        let narrowed = ask(["j", "2"]) { $0.choose("行业", Self.options) }
        #expect(narrowed.answer == "d")
        #expect(narrowed.text.contains("1. 机械加工 - 12 家\n2. 数控机床\n"))
    }

    @Test("A long list is told in parts")
    func long() {
        let many = (1...45).map { ChoiceOption($0, SafeText("第\($0)项")) }
        let told = ask(["+", "+", "41"]) { $0.choose("哪一项", many) }
        #expect(told.answer == 41)
        #expect(told.text.contains("20. 第20项\n25 more"))
        #expect(told.text.contains("40. 第40项\n5 more"))
        #expect(told.text.contains("45. 第45项\nNumber"))
    }

    @Test("Several by numbers and ranges, each once; never what cannot be chosen")
    func several() {
        #expect(
            ask(["4,1 1-2"]) { $0.chooseSeveral("行业", Self.options) }.answer == ["a", "b", "d"])
        let refused = ask(["1-3", "0", "2"]) { $0.chooseSeveral("行业", Self.options) }
        #expect(refused.answer == ["b"])
        #expect(refused.text.contains("! 本年已满") && refused.text.contains("from 1 to 4"))
        for (text, numbers) in [
            ("1、3-4", [1, 3, 4]), ("2;2", [2]), ("4-1", nil), ("1-", nil), ("a", nil), (",", nil),
            ("1-2-3", nil), ("5", nil),
        ] as [(String, [Int]?)] {
            #expect(PlainPrompt<Script>.numbers(text, most: 4) == numbers, "\(text)")
        }
    }

    @Test("A line is asked for until it is good; an empty one is what is proposed")
    func line() {
        let rule: (SafeText) -> FieldVerdict = {
            Int($0.string) == nil ? .wrong("要数字") : .good("万元")
        }
        let asked = ask(["x", " 12 "]) { $0.ask("榜额", check: rule) }
        #expect(asked.answer == "12")
        #expect(asked.text == "榜额: ! 要数字\n榜额: 万元\n")
        #expect(ask([""]) { $0.ask("榜额", fallback: "50", check: rule) }.answer == "50")
        #expect(ask([""]) { $0.ask("榜额", check: rule) }.answer == nil)
        let end = ask([]) { $0.ask("榜额", check: rule) }
        #expect(end.answer == nil && end.text == "榜额: \n")
    }

    @Test("What the gate would have to change is not taken, and it is said which")
    func tampered() {
        let asked = ask(["a\u{202E}b\u{1B}[31m", "ab"]) { $0.ask("名称") }
        #expect(asked.answer == "ab")
        #expect(
            asked.text.contains("! There are characters in it that cannot be taken: U+202E U+001B.")
        )
        let said = ask([]) { $0.say(SafeText("a\u{1B}[2J\u{9B}1m\nb", form: .body)) }
        #expect(said.text == "a\u{FFFD}[2J\u{FFFD}1m\nb\n")
    }

    @Test("Days, texts of several lines, passphrases, yes and no, and what is typed as it is")
    func others() throws {
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 29))
        let day = ask(["40月", "+2"]) { $0.askDay("期限", today: today, unreadable: "不是日期") }
        #expect(day.answer?.iso == "2026-12-01")
        #expect(day.text.contains("! 不是日期") && day.text.contains("2026-12-01"))
        let text = ask(["第一行", "", "第三行", ".", "x"]) { $0.askText("说明") }
        #expect(text.answer?.string == "第一行\n\n第三行")
        #expect(ask(["", "第一行", "."]) { $0.askText("说明") }.answer == nil)
        let pasted = Script(["", "", "第一行", ".", "x"])
        pasted.isPasted = true
        #expect(PlainPrompt(pasted).askText("说明")?.string == "第一行")
        #expect(pasted.answers == ["x"])
        let script = Script(["ab"])
        #expect(PlainPrompt(script).askSecret("口令") == "ab" && script.secrets == 1)
        #expect(ask(["maybe", "Yes"]) { $0.confirm("提交？") }.answer == true)
        #expect(ask(["n"]) { $0.confirm("提交？") }.answer == false)
        #expect(ask([""]) { $0.confirm("提交？") }.answer == nil)
        #expect(ask(["20"]) { $0.confirm("拨付", expected: "20万") }.answer == false)
        #expect(ask(["20万"]) { $0.confirm("拨付", expected: "20万") }.answer == true)
    }

    @Test("Rows are told one after the other, each field with its title")
    func rows() {
        let told = ask([]) {
            $0.head("待办")
            $0.tell(["编号", "名称", "期限"], [["XC-1", "轴承", ""], ["XC-2", "电机", "10-13"]])
        }
        #expect(
            told.text == """

                == 待办 ==
                1. 编号: XC-1; 名称: 轴承
                2. 编号: XC-2; 名称: 电机; 期限: 10-13

                """)
    }

    @Test("A terminal that can do nothing is spoken to in lines")
    func needed() {
        let some = ["TERM": "xterm"]
        #expect(StandardLines.areNeeded(isAsked: true, environment: some))
        #expect(StandardLines.areNeeded(isAsked: false, environment: some, input: -1))
        #expect(StandardLines.areNeeded(isAsked: false, environment: ["TERM": "dumb"]))
    }
}
