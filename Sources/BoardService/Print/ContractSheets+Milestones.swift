import BoardDomain

/// The milestones of a contract, and the pledge of who leads the work.
extension ContractSheets {
    /// The plan with its money: of the contract's amount and, of that, from the county.
    var milestones: PrintDocument.Table {
        var table = PrintDocument.Table(columns: [
            .init(title: wording.text("sequence"), isFigure: true, weight: 3),
            .init(title: wording.text("milestone"), weight: 8),
            .init(title: wording.text("due"), weight: 8),
            .init(title: wording.text("share"), isFigure: true, weight: 4),
            .init(title: wording.text("amountColumn"), isFigure: true, weight: 5),
            .init(title: wording.text("countyPart"), isFigure: true, weight: 5),
            .init(title: wording.text("acceptance"), weight: 9),
            .init(title: wording.text("state"), weight: 5),
        ])
        let plans = contract.text.plans
        let amounts = Self.parts(of: contract.amount, by: plans)
        let county = Self.parts(of: contract.countyShare, by: plans)
        for (index, plan) in plans.enumerated() {
            let milestone = source.found.milestones[
                Milestone.id(contract: contract.id, sequence: plan.sequence)]
            table.rows.append(
                .init(cells: [
                    String(plan.sequence), plan.title,
                    wording.day(milestone?.due.day ?? plan.due),
                    BasisPoints(plan.basisPoints)?.text ?? "–", wording.figure(amounts[index]),
                    wording.figure(county[index]), acceptance(of: plan),
                    milestone.map { wording.state($0.state) } ?? "–",
                ]))
        }
        table.rows.append(
            .init(cells: [
                "", wording.text("sum"), "",
                BasisPoints(plans.reduce(0) { $0 + $1.basisPoints })?.text ?? "–",
                wording.figure(contract.amount), wording.figure(contract.countyShare), "", "",
            ]))
        return table
    }

    /// Each part rounded down, the last one taking what the others leave (§10).
    static func parts(of whole: Money, by plans: [MilestonePlan]) -> [Money] {
        var parts = plans.map { whole.share(basisPoints: BasisPoints($0.basisPoints) ?? .none) }
        if let last = parts.indices.last {
            parts[last] = parts.dropLast().reduce(whole) { $0 - $1 }
        }
        return parts
    }

    private func acceptance(of plan: MilestonePlan) -> String {
        var words: [String] = []
        if plan.isGate { words.append(wording.text("gate")) }
        words.append(wording.text(plan.needsVerification ? "byVerification" : "byEvidence"))
        if !plan.indicators.isEmpty {
            words.append(
                wording.text(
                    "byIndicators",
                    ["numbers": wording.list(plan.indicators.map(String.init))]))
        }
        if let level = plan.readiness {
            words.append(wording.text("byReadiness", ["level": String(level)]))
        }
        return words.joined(separator: wording.texts.text("cli.semicolon"))
    }

    var publicMilestones: PrintDocument.Table {
        PrintDocument.Table(
            columns: [
                .init(title: wording.text("number"), weight: 1),
                .init(title: wording.text("milestone"), weight: 5),
                .init(title: wording.text("due"), weight: 3),
                .init(title: wording.text("state"), weight: 2),
            ],
            rows: source.found.milestones(of: contract.id).map { milestone in
                .init(cells: [
                    milestone.id, milestone.title, wording.day(milestone.due.day),
                    wording.state(milestone.state),
                ])
            })
    }

    func pledgeSheet(_ pledge: Pledge) -> PrintDocument.Sheet {
        let lead = contract.text.lead.map(source.name(of:)) ?? "–"
        return PrintDocument.Sheet(
            title: wording.text("pledge.title"),
            subtitle: "\(source.found.id)/\(contract.reference.text)",
            blocks: warnings + [
                .paragraph(
                    wording.text(
                        "pledge.text",
                        [
                            "lead": lead, "title": source.found.challenge.terms.title,
                            "enterprise": source.found.challenge.enterpriseName,
                            "bidder": source.name(ofOrganisation: contract.bidder),
                            "amount": wording.amount(contract.amount),
                        ])),
                .heading(wording.text("pledge.goals")), .paragraph(pledge.goals),
                .heading(wording.text("pledge.nodes")), .paragraph(pledge.nodes),
                .heading(wording.text("pledge.consequences")), .paragraph(pledge.consequences),
                .heading(wording.text("contract.signatures")),
                .signatures([
                    source.place(
                        wording.text("pledge.lead", ["lead": lead]),
                        source.signatures(of: contract).pledge)
                ]),
            ])
    }
}
