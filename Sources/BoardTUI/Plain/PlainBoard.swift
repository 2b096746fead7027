import BoardDomain
import BoardResources
import BoardService
package import TerminalKit

/// The board in lines: for screen readers and terminals that can do nothing. Whatever the screens do
/// can be done here, on the same desk, with the same conditions, rehearsals and confirmations.
package struct PlainBoard<Lines: LineChannel> {
    private let opening: TerminalOpening
    private let lines: Lines
    var setting: Setting

    package init(_ opening: TerminalOpening, on lines: Lines) {
        self.opening = opening
        self.lines = lines
        setting = Setting(
            person: opening.person, personName: .empty, roles: [],
            wording: ValueWording(Texts(opening.language, namingFields: false)), theme: .mono,
            now: opening.now,
            size: Size(columns: 100, rows: 24), isPast: opening.isPast)
    }

    var prompt: PlainPrompt<Lines> {
        PlainPrompt(
            lines, words: setting.texts.language == .zhHans ? .chinese : .english)
    }

    var desk: BoardDesk {
        BoardDesk(
            board: opening.board, database: opening.database, person: setting.person,
            texts: setting.texts, instant: opening.instant, isPast: opening.isPast)
    }

    private enum Place: String, CaseIterable, Sendable {
        case inbox, board, number, person, language, quit
    }

    /// Until the person quits or there is no more input.
    package mutating func run() async {
        await stand()
        while true {
            prompt.head(setting.text("tui.plain.head", ["board": opening.board.identity.name]))
            let who = setting.person == nil ? setting.text("tui.header.public") : setting.personName
            prompt.say(who + ", " + SafeText(setting.wording.instant(setting.now)))
            let places = Place.allCases.filter { $0 != .person || opening.mayPickPerson }
            let place = prompt.choose(
                setting.text("tui.plain.where"),
                places.map { ChoiceOption($0, setting.text("tui.plain.\($0.rawValue)")) })
            switch place {
            case .inbox: await inbox()
            case .board: await board()
            case .number: await number()
            case .person: await pickPerson()
            case .language:
                let other: Language = setting.texts.language == .zhHans ? .en : .zhHans
                setting.wording = setting.wording.speaking(Texts(other, namingFields: false))
            case .quit, nil: return
            }
        }
    }

    private mutating func stand() async {
        switch await desk.standing() {
        case .success(let standing):
            setting.now = standing.now
            setting.personName = SafeText(standing.name)
            setting.roles = standing.roles
            setting.wording = standing.wording.speaking(setting.texts)
        case .failure(let fault): prompt.say("! " + fault.words)
        }
    }

    private mutating func pickPerson() async {
        let persons = await desk.persons()
        let options = persons.map { entry in
            ChoiceOption(
                entry.id, SafeText(entry.name),
                detail: SafeText(
                    setting.wording.list(
                        entry.roles.map { setting.wording.choice($0.rawValue, of: "role") })))
        }
        guard let person = prompt.choose(setting.text("tui.persons.title"), options) else { return }
        setting.person = person
        await stand()
    }

    // MARK: Lists

    private mutating func inbox() async {
        while true {
            guard let items = value(await desk.inbox()) else { return }
            let entries = InboxContent(items).entries
            prompt.head(setting.title(of: .inbox))
            guard !entries.isEmpty else { return prompt.say(setting.text("tui.inbox.empty")) }
            let options = entries.map { entry in
                ChoiceOption(
                    entry.id,
                    entry.left(setting).text + " " + entry.what(setting) + " " + entry.title,
                    detail: SafeText(entry.item.stream.id) + " " + entry.object(setting))
            }
            guard let id = prompt.choose(setting.text("tui.inbox.what"), options),
                let entry = entries.first(where: { $0.id == id })
            else { return }
            await work(on: entry.subject, of: entry.item.stream, toward: entry.item.command)
        }
    }

    private mutating func board() async {
        while let words = prompt.ask(setting.text("tui.plain.search"), fallback: "*") {
            var query = CaseQuery()
            query.text = words == "*" ? nil : words.string
            query.limit = 200
            guard let rows = value(await desk.cases(query)) else { continue }
            let options = rows.map { row in
                ChoiceOption(
                    row.id, SafeText(row.id + " " + row.title),
                    detail: SafeText(
                        setting.wording.state(row.state, of: Machine.challenge.rawValue) + " "
                            + row.enterpriseName))
            }
            guard !options.isEmpty else {
                prompt.say(setting.text("tui.filter.none"))
                continue
            }
            guard let id = prompt.choose(setting.title(of: .board), options) else { return }
            await work(on: ObjectReference(.challenge), of: StreamID(.challenge, id), toward: nil)
        }
    }

    private mutating func number() async {
        guard let text = prompt.ask(setting.text("tui.plain.number")),
            let target = value(await desk.target(text.string))
        else { return }
        let own = ObjectReference(type(of: Stream(target.stream).aggregate).machines[0])
        await work(on: target.object ?? own, of: target.stream, toward: nil)
    }

    /// Says why there is no answer.
    func value<Value>(_ answer: Answer<Value>) -> Value? {
        switch answer {
        case .success(let value): return value
        case .failure(let fault):
            prompt.say("! " + fault.words)
            return nil
        }
    }

    func say(_ lines: [FileLine]) {
        for line in lines {
            prompt.say(SafeText(String(repeating: " ", count: line.indent) + line.text))
        }
    }
}
