import BoardDomain

/// The objects of a case, each kind a table, out of the same file that `show` gives.
extension CaseSheet {
    private typealias Figure = (key: String, name: String, weight: Int)

    var sections: [PrintDocument.Block] {
        section(
            "bids",
            [
                ("bid", "id", 1), ("bidder", "bidderName", 5), ("amountColumn", "amount", 2),
                ("rank", "rank", 1), ("total", "total", 2), ("state", "state", 2),
            ])
            + section(
                "questions",
                [
                    ("number", "id", 1), ("question", "question", 5), ("answer", "answer", 6),
                    ("state", "state", 2),
                ])
            + section(
                "notices",
                [
                    ("number", "id", 1), ("kind", "kind", 2), ("start", "start", 3),
                    ("end", "end", 3), ("state", "state", 2),
                ])
            + section(
                "objections",
                [
                    ("number", "id", 1), ("object", "object", 2), ("filer", "filer", 2),
                    ("remedy", "remedy", 3), ("state", "state", 2),
                ])
            + section(
                "contracts",
                [
                    ("number", "id", 1), ("developer", "bidderName", 5),
                    ("amountColumn", "amount", 2), ("countyPart", "countyShare", 2),
                    ("effectiveAt", "effectiveAt", 3), ("state", "state", 2),
                ])
            + section(
                "milestones",
                [
                    ("number", "id", 1), ("milestone", "title", 5), ("share", "basisPoints", 2),
                    ("due", "due", 3), ("state", "state", 2),
                ]) + outcomeSections
    }

    private var outcomeSections: [PrintDocument.Block] {
        section(
            "verifications",
            [
                ("number", "id", 2), ("milestone", "milestone", 2), ("frozenAt", "frozenAt", 3),
                ("firm", "firm", 1), ("conclusion", "passed", 2), ("state", "state", 2),
            ])
            + section(
                "evaluations",
                [
                    ("number", "id", 1), ("contract", "contract", 1),
                    ("windowEnd", "windowEnd", 3), ("grade", "grade", 2), ("state", "state", 2),
                ])
            + section(
                "payouts",
                [
                    ("number", "id", 1), ("payee", "payeeName", 5), ("amountColumn", "amount", 2),
                    ("state", "state", 2),
                ])
    }

    /// A section of the file as a table; columns of which the viewer sees nothing are left out.
    private func section(_ name: String, _ figures: [Figure]) -> [PrintDocument.Block] {
        guard let entries = file[name]?.array, !entries.isEmpty else { return [] }
        let shown = figures.filter { figure in entries.contains { $0[figure.name] != nil } }
        var table = PrintDocument.Table(
            columns: shown.map { figure in
                .init(
                    title: wording.text(figure.key),
                    isFigure: ["amountColumn", "countyPart", "rank", "total", "share"].contains(
                        figure.key),
                    weight: figure.weight)
            })
        table.rows = entries.map { entry in
            .init(
                cells: shown.map { figure in
                    entry[figure.name].map { text($0, figure.name, in: name) }
                        ?? anonymous(entry, figure.name)
                })
        }
        return [.heading(wording.text("case." + name)), .table(table)]
    }

    /// Experts know a bidder by a number (§15).
    private func anonymous(_ entry: JSON, _ name: String) -> String {
        guard name == "bidderName", let number = entry["anonymous"]?.string else { return "–" }
        return wording.text("anonymous", ["number": number])
    }

    /// A value as every face has it, but for what a paper says in its own way; a heading names the
    /// unit of amounts.
    private func text(_ json: JSON, _ name: String, in section: String) -> String {
        let machine = CaseSection.machines[section]?.rawValue ?? ""
        switch (name, json) {
        case ("state", .string(let state)): return wording.state(state, of: machine)
        case ("amount", .integer(let fen)), ("countyShare", .integer(let fen)):
            return wording.figure(Money(fen: fen))
        case ("start", .string(let text)): return Day(text: text).map(wording.day) ?? text
        case ("object", .string(let text)): return wording.values.object(text)
        case ("passed", .boolean(let passed)): return wording.text(passed ? "passed" : "failed")
        default: return wording.values.value(json, of: name, in: machine)
        }
    }
}
