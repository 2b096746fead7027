import BoardDomain

/// 合同 on paper, with its 军令状; for all but the parties the extract that the public may see.
struct ContractSheets {
    let source: PrintSource
    let contract: Contract
    var wording: PrintWording { source.wording }
    private var found: Case { source.found }

    var sheets: [PrintDocument.Sheet] {
        guard CaseSight.isParty(to: contract, source.viewer) else { return [extract] }
        let pledge = contract.text.pledge.map { [pledgeSheet($0)] } ?? []
        return [text] + pledge
    }

    private var number: String {
        wording.text("contract.number", ["number": "\(found.id)/\(contract.reference.text)"])
    }

    private var extract: PrintDocument.Sheet {
        PrintDocument.Sheet(
            title: wording.text("contract.extract", ["title": found.challenge.terms.title]),
            subtitle: number,
            blocks: [
                .particulars([
                    line("client", found.challenge.enterpriseName),
                    line("developer", source.name(ofOrganisation: contract.bidder)),
                    line("contractAmount", wording.amount(contract.amount)),
                    line("state", wording.state(contract.state)),
                ]),
                .heading(wording.text("milestones")), .table(publicMilestones),
            ])
    }

    private var text: PrintDocument.Sheet {
        var blocks = warnings
        blocks += [
            .heading(wording.text("contract.parties")), .particulars(parties),
            .heading(wording.text("contract.subject")), .particulars(subject),
            .heading(wording.text("contract.money")), .particulars(money),
        ]
        if !contract.text.budgetLines.isEmpty { blocks.append(.table(budget)) }
        blocks += [
            .heading(wording.text("milestones")), .table(milestones),
            .heading(wording.text("contract.indicators")),
            .table(IndicatorTable(wording).table(contract.indicators(of: found.challenge.terms))),
            .heading(wording.text("contract.rights")), .particulars(rights),
        ]
        blocks += amendments
        blocks += [.heading(wording.text("contract.signatures")), .signatures(places)]
        return PrintDocument.Sheet(
            title: wording.text("contract.title", ["title": found.challenge.terms.title]),
            subtitle: number, blocks: blocks)
    }

    /// A text that does not bind, with its pledge, is not to be taken for one that does.
    var warnings: [PrintDocument.Block] {
        switch contract.state {
        case .draft, .agreed, .signedByOne, .terminated, .rescinded:
            [
                .warning(
                    wording.text("contract.warning", ["state": wording.state(contract.state)]))
            ]
        case .signed, .registered, .effective, .amending, .delivered, .accepted, .closed: []
        }
    }

    private var parties: [PrintDocument.Particular] {
        let challenge = found.challenge
        var lines = [
            line("client", wording.named(challenge.enterpriseName, challenge.enterprise)),
            line(
                "developer",
                wording.named(source.name(ofOrganisation: contract.bidder), contract.bidder)),
        ]
        guard let bid = found.bids[contract.bid], let content = bid.content,
            BidSight.of(bid, in: found, for: source.viewer).content
        else { return lines }
        let partners = content.consortium.dropFirst().map { member in
            "\(member.name) \(BasisPoints(Int(member.basisPoints))?.text ?? "")"
        }
        if !partners.isEmpty { lines.append(line("consortium", wording.list(partners))) }
        return lines
    }

    private var subject: [PrintDocument.Particular] {
        var lines = [
            line("challenge", found.id), line("title", found.challenge.terms.title),
            line(
                "contractType", contract.text.type.map { wording.choice($0.rawValue) } ?? "–"),
            line("lane", String(contract.lane)), line("state", wording.state(contract.state)),
            line("textVersion", String(contract.version)),
            line("textDigest", contract.textDigest?.text ?? "–"),
        ]
        if !contract.registrationNumber.isEmpty {
            lines += [
                line("registrationNumber", contract.registrationNumber),
                line("turnover", wording.amount(contract.turnover)),
                line("technicalTurnover", wording.amount(contract.technicalTurnover)),
            ]
        }
        if let instant = contract.effectiveAt {
            lines.append(line("effectiveAt", wording.instant(instant)))
        }
        return lines
    }

    private var money: [PrintDocument.Particular] {
        let text = contract.text
        var lines = [
            line("contractAmount", wording.amount(contract.amount)),
            line("enterpriseShare", wording.amount(contract.enterpriseShare)),
            line("countyShare", wording.amount(contract.countyShare)),
        ]
        if text.provinceShare != .zero {
            lines.append(line("provinceShare", wording.amount(text.provinceShare)))
        }
        lines.append(line("lumpSum", wording.flag(text.isLumpSum)))
        return lines
    }

    private var budget: PrintDocument.Table {
        PrintDocument.Table(
            columns: [
                .init(title: wording.text("budgetLine"), weight: 3),
                .init(title: wording.text("amountColumn"), isFigure: true, weight: 2),
            ],
            rows: contract.text.budgetLines.map {
                .init(cells: [$0.name, wording.figure($0.amount)])
            })
    }

    private var rights: [PrintDocument.Particular] {
        [
            line(
                "rightsOwner", contract.text.rightsOwner.map { wording.choice($0.rawValue) } ?? "–"),
            line("ipClause", contract.text.ipClause.isEmpty ? "–" : contract.text.ipClause),
        ]
    }

    /// What amendments have changed, one a line; the text above is the one in force.
    private var amendments: [PrintDocument.Block] {
        var table = PrintDocument.Table(columns: [
            .init(title: wording.text("textVersion"), isFigure: true),
            .init(title: wording.text("date"), weight: 2),
            .init(title: wording.text("amendmentKind"), weight: 2),
            .init(title: wording.text("summary"), weight: 6),
        ])
        var proposed: Event?
        for (_, event) in source.events(of: contract.reference) {
            if event.type == .amendmentProposed { proposed = event }
            guard event.type == .contractAmended, let asked = proposed else { continue }
            table.rows.append(
                .init(cells: [
                    event.fields[F.contractVersion].map(String.init) ?? "–",
                    wording.day(event.at.day),
                    asked.fields[F.amendmentKind].map { wording.choice($0.rawValue) } ?? "–",
                    asked.fields[F.summary] ?? "–",
                ]))
        }
        return table.rows.isEmpty
            ? [] : [.heading(wording.text("contract.amendments")), .table(table)]
    }

    private var places: [PrintDocument.Place] {
        let parties = source.signatures(of: contract).parties
        return [
            source.place(
                wording.text("client"), parties.last { $0.capacity == .enterpriseSignatory }),
            source.place(
                wording.text("developer"), parties.last { $0.capacity == .bidderSignatory }),
        ]
    }

    func line(_ key: String, _ value: String) -> PrintDocument.Particular {
        .init(label: wording.text(key), value: value)
    }
}
