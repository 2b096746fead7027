import BoardDomain

/// The objects of a case, each kind a table, out of the same file that `show` gives.
extension CaseSheet {
    private typealias Figure = (key: String, name: String, weight: Int, text: (JSON) -> String)

    var sections: [PrintDocument.Block] {
        var blocks: [PrintDocument.Block] = []
        blocks += section(
            "bids",
            [
                ("bid", "id", 1, { text($0) }),
                ("bidder", "bidderName", 5, { text($0) }),
                ("amountColumn", "amount", 2, amount),
                ("rank", "rank", 1, { text($0) }), ("total", "total", 2, { text($0) }),
                ("state", "state", 2, { wording.state(text($0), of: "bid") }),
            ])
        blocks += section(
            "questions",
            [
                ("number", "id", 1, { text($0) }), ("question", "question", 5, { text($0) }),
                ("answer", "answer", 6, { text($0) }),
                ("state", "state", 2, { wording.state(text($0), of: "question") }),
            ])
        blocks += section(
            "notices",
            [
                ("number", "id", 1, { text($0) }),
                ("kind", "kind", 2, { wording.choice(text($0)) }),
                ("start", "start", 2, { text($0) }), ("end", "end", 3, instant),
                ("state", "state", 2, { wording.state(text($0), of: "notice") }),
            ])
        blocks += section(
            "objections",
            [
                ("number", "id", 1, { text($0) }), ("object", "object", 2, object),
                ("filer", "filer", 2, { text($0) }),
                ("remedy", "remedy", 3, { wording.choice(text($0)) }),
                ("state", "state", 2, { wording.state(text($0), of: "objection") }),
            ])
        blocks += section(
            "contracts",
            [
                ("number", "id", 1, { text($0) }), ("developer", "bidderName", 5, { text($0) }),
                ("amountColumn", "amount", 2, amount), ("countyPart", "countyShare", 2, amount),
                ("effectiveAt", "effectiveAt", 3, instant),
                ("state", "state", 2, { wording.state(text($0), of: "contract") }),
            ])
        blocks += section(
            "milestones",
            [
                ("number", "id", 1, { text($0) }), ("milestone", "title", 5, { text($0) }),
                ("share", "basisPoints", 2, { BasisPoints(Int($0.integer ?? -1))?.text ?? "" }),
                ("due", "due", 3, instant),
                ("state", "state", 2, { wording.state(text($0), of: "milestone") }),
            ])
        return blocks + outcomeSections
    }

    private var outcomeSections: [PrintDocument.Block] {
        section(
            "verifications",
            [
                ("number", "id", 2, { text($0) }), ("milestone", "milestone", 2, { text($0) }),
                ("frozenAt", "frozenAt", 3, instant), ("firm", "firm", 1, flag),
                ("conclusion", "passed", 2, passed),
                ("state", "state", 2, { wording.state(text($0), of: "verification") }),
            ])
            + section(
                "evaluations",
                [
                    ("number", "id", 1, { text($0) }),
                    ("contract", "contract", 1, { text($0) }),
                    ("windowEnd", "windowEnd", 3, instant),
                    ("grade", "grade", 2, { wording.choice(text($0)) }),
                    ("state", "state", 2, { wording.state(text($0), of: "evaluation") }),
                ])
            + section(
                "payouts",
                [
                    ("number", "id", 1, { text($0) }), ("payee", "payeeName", 5, { text($0) }),
                    ("amountColumn", "amount", 2, amount),
                    ("state", "state", 2, { wording.state(text($0), of: "payout") }),
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
                    entry[figure.name].map(figure.text) ?? anonymous(entry, figure.name)
                })
        }
        return [.heading(wording.text("case." + name)), .table(table)]
    }

    /// Experts know a bidder by a number (§15).
    private func anonymous(_ entry: JSON, _ name: String) -> String {
        guard name == "bidderName", let number = entry["anonymous"]?.string else { return "–" }
        return wording.text("anonymous", ["number": number])
    }

    private func text(_ json: JSON) -> String {
        json.string ?? json.integer.map(String.init) ?? ""
    }

    private func amount(_ json: JSON) -> String {
        json.integer.map { wording.figure(Money(fen: $0)) } ?? ""
    }

    private func instant(_ json: JSON) -> String {
        Instant(json: json).map(wording.instant) ?? text(json)
    }

    private func object(_ json: JSON) -> String {
        ObjectReference(json: json).map(wording.object) ?? text(json)
    }

    private func flag(_ json: JSON) -> String { json.boolean.map(wording.flag) ?? "" }

    private func passed(_ json: JSON) -> String {
        json.boolean.map { wording.text($0 ? "passed" : "failed") } ?? ""
    }
}
