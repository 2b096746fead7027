import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

/// `workdays FROM N`: the last day of a period of workdays.
struct WorkdaysCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("workdays")

    @Argument(help: ArgumentHelp(say("cli.workdays.from.help"), valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp(say("cli.workdays.count.help"), valueName: "count"))
    var count: String

    @Option(
        name: .customLong("counting"),
        help: ArgumentHelp(say("cli.workdays.counting.help"), valueName: "excluded|included"),
        completion: .list(Counting.allCases.map(\.rawValue)))
    var counting: String = Counting.excluded.rawValue

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    /// Longer periods end in years that no calendar knows.
    private static let most = 2000

    func run(in session: Session) async throws {
        guard let start = FieldReader.day(Width.trimmed(Width.narrow(from))) else {
            throw Complaint(
                .usage,
                session.text(
                    "cli.workdays.misread",
                    ["given": from, "accepted": session.text("shape.day")]))
        }
        guard let number = Int(Width.trimmed(Width.narrow(count))), (1...Self.most).contains(number)
        else {
            throw Complaint(
                .usage,
                session.text(
                    "cli.workdays.misread",
                    [
                        "given": count,
                        "accepted": session.text(
                            "shape.integer", ["least": "1", "most": String(Self.most)]),
                    ]))
        }
        let words = ChoiceSet(session.wording)
        let name = try words.one(
            of: Counting.allCases.map(\.rawValue), typed: counting,
            word: { session.text("cli.workdays." + $0) })
        let rule = Counting(rawValue: name) ?? .excluded
        let calendar = try EmbeddedCalendar.calendar()
        let (last, isProvisional) = calendar.workdays(number, after: start, counting: rule)
        let first = calendar.firstCounted(from: start, counting: rule)
        guard !session.json else {
            return Screen.write(
                .object([
                    "from": start.json, "count": .integer(Int64(number)),
                    "counting": .string(rule.rawValue), "first": first.json, "last": last.json,
                    "end": last.end.json, "provisional": .boolean(isProvisional),
                    "calendar": .string(calendar.version),
                ]))
        }
        let result = session.text(
            "cli.workdays.result",
            [
                "from": session.wording.day(start), "count": String(number),
                "counting": session.text("cli.workdays." + rule.rawValue),
                "first": session.wording.day(first), "last": session.wording.day(last),
            ])
        Screen.write(ColumnText.wrapped(result, to: Screen.width ?? Screen.paper))
        if isProvisional {
            let warning = session.text("cli.workdays.provisional")
            Screen.write(ColumnText.wrapped(warning, to: Screen.width ?? Screen.paper))
        }
    }
}
