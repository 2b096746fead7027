/// Asks and tells in lines: for screen readers, for pipes, and for terminals that can do nothing. No escape byte is ever written, nothing is
/// overwritten or moves, and every choice is a number.
///
/// Each question gives back nil where there is no more input, or where the person has gone back with an empty line.
public struct PlainPrompt<Lines: LineChannel> {
    private let lines: Lines
    private let words: PlainWords

    /// How many options are listed at once.
    private static var listed: Int { 20 }

    /// On lines, in a language.
    public init(_ lines: Lines, words: PlainWords = .english) {
        self.lines = lines
        self.words = words
    }

    /// Writes a text, and a line end.
    public func say(_ text: SafeText) { write(text, end: "\n") }

    /// Writes a heading, with an empty line before it.
    public func head(_ title: SafeText) {
        say(.empty)
        say("== " + title + " ==")
    }

    /// Asks for a line until its verdict is good. An empty one stands for `fallback` where there is one.
    public func ask(
        _ question: SafeText, fallback: SafeText? = nil,
        check: (SafeText) -> FieldVerdict = { _ in .good() }
    ) -> SafeText? {
        let prompt = fallback.map { question + " [" + $0 + "]: " } ?? question + ": "
        while let answer = read(prompt) {
            if answer.isEmpty && fallback == nil { return nil }
            if let accepted = accepted(answer.isEmpty ? fallback ?? answer : answer, check) {
                return accepted
            }
        }
        return nil
    }

    /// Asks for a passphrase, which a terminal does not show.
    public func askSecret(
        _ question: SafeText, check: (SafeText) -> FieldVerdict = { _ in .good() }
    ) -> SafeText? {
        while true {
            guard let line = lines.readSecretLine(after: Self.bytes(question + ": ")) else {
                return nil
            }
            let answer = SafeText(utf8: line)
            if answer.isEmpty { return nil }
            if let accepted = accepted(answer, check) { return accepted }
        }
    }

    /// Asks for a text of several lines, which a line with a single dot ends; an empty first line gives none, unless
    /// it begins a paste: the rest of that would answer the questions that follow.
    public func askText(
        _ question: SafeText, check: (SafeText) -> FieldVerdict = { _ in .good() }
    ) -> SafeText? {
        while true {
            say(question + " " + words.textEnd)
            var bytes: [UInt8] = []
            while let line = lines.readLine(), line != [0x2E] {
                if bytes.isEmpty && line.isEmpty {
                    guard lines.isPasted else { return nil }
                    continue
                }
                if !bytes.isEmpty { bytes.append(0x0A) }
                bytes += line
            }
            let answer = SafeText(utf8: bytes, form: .body)
            if answer.isEmpty { return nil }
            if let accepted = accepted(answer, check) { return accepted }
        }
    }

    /// Asks for a day, as `DateReading` reads it; what it was read as is said.
    public func askDay(
        _ question: SafeText, today: CalendarDay, fallback: CalendarDay? = nil,
        unreadable: SafeText, check: (CalendarDay) -> FieldVerdict = { _ in .good() }
    ) -> CalendarDay? {
        func meaning(_ text: SafeText) -> CalendarDay? {
            if case .day(let day) = DateReading(text.string, today: today) { day } else { nil }
        }
        let answer = ask(question, fallback: fallback.map { SafeText($0.iso) }) { text in
            guard let day = meaning(text) else { return .wrong(unreadable) }
            let verdict = check(day)
            guard verdict.isGood, text.string != day.iso else { return verdict }
            let iso = SafeText(day.iso)
            return .good(verdict.message.isEmpty ? iso : iso + " " + verdict.message)
        }
        return answer.flatMap(meaning)
    }

    /// Asks for yes or no; nil where neither is given.
    public func confirm(_ question: SafeText) -> Bool? {
        while let answer = read(question + " " + words.yesOrNo + ": ") {
            let given = answer.string.lowercased()
            if given.isEmpty { return nil }
            if words.yes.contains(given) { return true }
            if words.no.contains(given) { return false }
        }
        return nil
    }

    /// Asks for something to be typed as it is: an amount, an id. True only where it was.
    public func confirm(_ question: SafeText, expected: SafeText) -> Bool {
        say(question)
        return read(words.exactly(expected) + ": ")?.string == expected.string
    }

    /// Asks for one of several, by its number or by letters that only it has.
    public func choose<ID>(_ question: SafeText, _ options: [ChoiceOption<ID>]) -> ID? {
        say(question)
        var listing = Listing(options)
        tell(listing)
        while let answer = read(words.choice + ": "), !answer.isEmpty {
            if answer == "+" {
                listing.first = min(listing.first + Self.listed, max(0, listing.options.count - 1))
                tell(listing)
            } else if let number = Int(answer.string) {
                guard listing.options.indices.contains(number - 1) else {
                    say("! " + words.outside(listing.options.count))
                    continue
                }
                let option = listing.options[number - 1]
                guard let reason = option.reason else { return option.id }
                say("! " + reason)
            } else {
                let found = options.filter { FuzzyFilter(answer.string).contains($0.title) }
                if found.isEmpty {
                    say("! " + words.nothing)
                    continue
                }
                if found.count == 1, found[0].reason == nil {
                    say(found[0].title)
                    return found[0].id
                }
                listing = Listing(found)
                tell(listing)
            }
        }
        return nil
    }

    /// Asks for any number of several.
    public func chooseSeveral<ID>(
        _ question: SafeText, _ options: [ChoiceOption<ID>]
    ) -> [ID]? {
        say(question)
        for first in stride(from: 0, to: options.count, by: Self.listed) {
            tell(Listing(options, first: first), saysMore: false)
        }
        while let answer = read(words.several + ": "), !answer.isEmpty {
            guard let numbers = Self.numbers(answer.string, most: options.count) else {
                say("! " + words.outside(options.count))
                continue
            }
            if let reason = numbers.compactMap({ options[$0 - 1].reason }).first {
                say("! " + reason)
                continue
            }
            return numbers.map { options[$0 - 1].id }
        }
        return nil
    }

    /// Tells rows one after the other, each field with its column's title, so that it can be listened to.
    public func tell(_ columns: [SafeText], _ rows: [[SafeText]]) {
        for (number, row) in rows.enumerated() {
            let fields = zip(columns, row).filter { !$0.1.isEmpty }
            var line = SafeText(number + 1) + "."
            for (place, (title, field)) in fields.enumerated() {
                line = line + (place > 0 ? "; " : " ") + title + ": " + field
            }
            say(line)
        }
    }

    private struct Listing<ID: Hashable & Sendable> {
        var options: [ChoiceOption<ID>]
        var first: Int

        init(_ options: [ChoiceOption<ID>], first: Int = 0) {
            self.options = options
            self.first = first
        }
    }

    private func tell<ID>(_ listing: Listing<ID>, saysMore: Bool = true) {
        let end = min(listing.first + Self.listed, listing.options.count)
        for index in listing.first..<max(listing.first, end) {
            let option = listing.options[index]
            var line = SafeText(index + 1) + ". " + option.title
            if !option.detail.isEmpty { line = line + " - " + option.detail }
            if let reason = option.reason { line = line + " (" + reason + ")" }
            say(line)
        }
        let left = listing.options.count - end
        if saysMore && left > 0 { say(words.more(left)) }
    }

    private func accepted(_ answer: SafeText, _ check: (SafeText) -> FieldVerdict) -> SafeText? {
        if answer.tampered {
            say("! " + words.tampered(SafeText(answer.listing)))
            return nil
        }
        let verdict = check(answer)
        if !verdict.message.isEmpty { say((verdict.isGood ? "" : "! ") + verdict.message) }
        return verdict.isGood ? answer : nil
    }

    private func read(_ prompt: SafeText) -> SafeText? {
        write(prompt, end: "")
        guard let line = lines.readLine() else {
            say(.empty)
            return nil
        }
        var bytes = line[...]
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return SafeText(utf8: bytes)
    }

    private func write(_ text: SafeText, end: String) {
        lines.write(Self.bytes(text) + Array(end.utf8))
    }

    private static func bytes(_ text: SafeText) -> [UInt8] {
        ControlString.checked(text.string, lineFeeds: true)
    }

    /// `1 3-5`, `1,3,4`, `1、3`: in order, each once; nil where one is none of them.
    static func numbers(_ text: String, most: Int) -> [Int]? {
        var numbers: Set<Int> = []
        for part in text.unicodeScalars.split(whereSeparator: {
            " ,，、;；".unicodeScalars.contains($0)
        }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
                .map { Int(String($0)) }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
                1 <= first, first <= last, last <= most
            else { return nil }
            numbers.formUnion(first...last)
        }
        return numbers.isEmpty ? nil : numbers.sorted()
    }
}
