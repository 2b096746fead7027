import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

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
            .init(session.text("cli.policy.origin"), spare: 1),
            .init(session.text("cli.policy.basis"), yields: true),
        ])
        for term in terms {
            table.add([
                term.key, session.wording.figure(of: term),
                session.text("cli.unit." + term.unit.rawValue),
                term.titles[session.texts.language.rawValue] ?? "",
                session.text("cli.policy." + term.origin.rawValue), term.basis,
            ])
        }
        Screen.write(table.linesOrCards(width: Screen.width))
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

extension ValueWording {
    /// The value of a parameter, for a table that names its unit beside it.
    func figure(of term: PolicyTerm) -> String {
        switch (term.unit, term.value) {
        case (.fen, .integer(let fen)): money(Money(fen: fen))
        case (.choice, .string(let name)): choice(name)
        default: value(term.value, shape: nil)
        }
    }

    /// `5 workdays`.
    func value(of term: PolicyTerm) -> String {
        let figure = figure(of: term)
        let hasUnit: [PolicyUnit] = [.hours, .days, .workdays, .months, .years]
        guard hasUnit.contains(term.unit) else { return figure }
        return texts.text(
            "cli.unit.counted",
            ["figure": figure, "unit": texts.text("cli.unit." + term.unit.rawValue)])
    }
}
