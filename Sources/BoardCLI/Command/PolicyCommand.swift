import ArgumentParser
import BoardDomain
import BoardResources

/// `policy`: the parameters in force on a day, each with its basis.
struct PolicyCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("policy")

    @Argument(help: ArgumentHelp(say("cli.policy.key.help"), valueName: "key"))
    var key: String?

    @Option(
        name: .customLong("on"), help: ArgumentHelp(say("cli.policy.on.help"), valueName: "day"))
    var day: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        var chosen = session.now.day
        if let day {
            guard let read = FieldReader.day(Width.trimmed(Width.narrow(day))) else {
                throw Complaint(
                    .usage,
                    session.text(
                        "cli.workdays.misread",
                        ["given": day, "accepted": session.text("shape.day")]))
            }
            chosen = read
        }
        guard let policy = try EmbeddedPolicies.book().inForce(on: chosen) else {
            throw Complaint(
                .notFound,
                session.text("error.noPolicy", ["instant": session.wording.day(chosen)]))
        }
        let terms = policy.terms.filter { term in key.map { term.key.hasPrefix($0) } ?? true }
        guard !terms.isEmpty else { throw unknown(policy, session) }
        guard !session.json else { return Screen.write(json(policy, terms)) }
        Screen.write(
            session.text(
                "cli.policy.heading", ["version": policy.version, "from": policy.from.text]))
        var table = TextTable([
            .init(session.text("cli.policy.key")), .init(session.text("cli.policy.value"), .right),
            .init(session.text("cli.policy.unit")),
            .init(session.text("cli.policy.title"), yields: true),
            .init(session.text("cli.policy.origin")),
            .init(session.text("cli.policy.basis"), yields: true),
        ])
        for term in terms {
            table.add([
                term.key, value(term, session), session.text("cli.unit." + term.unit.rawValue),
                term.titles[session.texts.language.rawValue] ?? "",
                session.text("cli.policy." + term.origin.rawValue), term.basis,
            ])
        }
        Screen.write(table.lines(width: Screen.width))
    }

    private func value(_ term: PolicyTerm, _ session: Session) -> String {
        guard term.unit == .fen, case .integer(let fen) = term.value else {
            return session.wording.value(term.value, shape: nil)
        }
        return Money(fen: fen).wanText
    }

    private func unknown(_ policy: Policy, _ session: Session) -> Complaint {
        let near = Suggestion.nearest(to: key ?? "", among: policy.terms.map(\.key))
        return Complaint(
            .notFound,
            session.text(
                near.isEmpty ? "cli.policy.unknown" : "cli.policy.suggest",
                [
                    "given": key ?? "", "known": near.joined(separator: session.text("cli.comma")),
                ]))
    }

    private func json(_ policy: Policy, _ terms: [PolicyTerm]) -> JSON {
        [
            "version": .string(policy.version), "from": policy.from.json,
            "terms": .array(
                terms.map { term in
                    [
                        "key": .string(term.key), "value": term.value,
                        "unit": .string(term.unit.rawValue),
                        "origin": .string(term.origin.rawValue), "basis": .string(term.basis),
                        "title": .object(term.titles.mapValues(JSON.string)),
                    ]
                }),
        ]
    }
}
