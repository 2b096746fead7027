import BoardDomain

/// 公示 on paper.
///
/// It is made to be hung up: whoever prints it, it says what the public may know (I22).
struct NoticeSheet {
    let source: PrintSource
    let notice: Notice
    private var wording: PrintWording { source.wording }
    private typealias Document = PrintDocument

    var sheet: PrintDocument.Sheet {
        let title = wording.text(
            "notice.title." + notice.kind.rawValue,
            ["title": source.found.challenge.terms.title])
        return PrintDocument.Sheet(
            title: title,
            subtitle: wording.text(
                "notice.number", ["number": "\(source.found.id)/\(notice.reference.text)"]),
            blocks: warnings + [.paragraph(notice.text)] + matter + reasons + period + [closing])
    }

    private var warnings: [PrintDocument.Block] {
        var warnings: [PrintDocument.Block] = []
        if notice.state == .suspended || notice.state == .superseded {
            warnings.append(.warning(wording.text("notice." + notice.state.rawValue)))
        }
        if notice.isProvisional { warnings.append(.warning(wording.text("notice.provisional"))) }
        return warnings
    }

    /// What is made public, beside the words of the bureau.
    private var matter: [PrintDocument.Block] {
        switch notice.kind {
        case .result, .lane: [.particulars(challenge)] + result
        case .cancellation: [.particulars(challenge + cancellation)]
        case .amendment: [.particulars(challenge + contract)]
        case .payout: [.particulars(challenge + payout)]
        case .sanction: []
        }
    }

    private var challenge: [PrintDocument.Particular] {
        let challenge = source.found.challenge
        var lines = [
            line("challenge", source.found.id), line("title", challenge.terms.title),
            line("enterprise", challenge.enterpriseName),
        ]
        if !challenge.edition.isEmpty { lines.append(line("edition", challenge.edition)) }
        if CaseSight.seesTerms(source.found, .publicReader) {
            lines.append(line("budget", wording.money(challenge.terms.budget)))
        }
        return lines
    }

    private var result: [PrintDocument.Block] {
        let bids = publicBids
        guard !bids.isEmpty else { return [.paragraph(wording.text("notice.withheld"))] }
        var table = PrintDocument.Table(columns: [
            .init(title: wording.text("rank"), isFigure: true),
            .init(title: wording.text("bidder"), weight: 4),
            .init(title: wording.text("creditCode"), weight: 4),
            .init(title: wording.text("amountColumn"), isFigure: true, weight: 2),
            .init(title: wording.text("total"), isFigure: true, weight: 2),
            .init(title: wording.text("outcome"), weight: 2),
        ])
        for (bid, sight) in bids {
            table.rows.append(
                .init(cells: [
                    sight.result ? bid.rank.map(String.init) ?? "–" : "–",
                    source.name(ofOrganisation: bid.bidder), bid.bidder,
                    bid.content.flatMap {
                        sight.amount ? wording.figure(Money(fen: $0.amountFen)) : nil
                    }
                        ?? "–",
                    sight.result ? bid.total?.text ?? "–" : "–",
                    wording.state(bid.state),
                ]))
        }
        return [.heading(wording.text("notice.result")), .table(table)]
            + [.paragraph(wording.text("notice.others"))]
    }

    /// The bids whose names were public with the notice, in the order of the ranking.
    ///
    /// As the case stood then: an award that lapsed later does not change what was published. While
    /// the case is evaluated anew nobody may know who bids (§15), whatever was known before.
    private var publicBids: [(bid: Bid, sight: BidSight)] {
        guard BidSight.Phase(of: source.found.challenge) >= .noticed,
            let published = source.events(of: notice.reference).first,
            let then = source.found(at: published.row.position)
        else { return [] }
        return then.bids.all.filter { notice.kind != .lane || $0.reference == notice.object }
            .map { ($0, BidSight.of($0, in: then, for: .publicReader)) }
            .filter { $0.1.exists && $0.1.bidder }
            .sorted { ($0.0.rank ?? .max, $0.0.id) < ($1.0.rank ?? .max, $1.0.id) }
    }

    private var cancellation: [PrintDocument.Particular] {
        let cause = source.found.challenge.cause
        return cause.isEmpty ? [] : [line("cause", wording.choice(cause))]
    }

    private var contract: [PrintDocument.Particular] {
        guard CaseSight.seesExecution(source.found, .publicReader),
            let contract = source.found.contracts[notice.object.id]
        else { return [] }
        return [
            line("contract", wording.object(contract.reference)),
            line("bidder", source.name(ofOrganisation: contract.bidder)),
            line("contractAmount", wording.amount(contract.amount)),
        ]
    }

    private var payout: [PrintDocument.Particular] {
        guard CaseSight.seesExecution(source.found, .publicReader),
            let payout = source.found.payouts[notice.object.id],
            CaseSight.isPublic(payout)
        else { return [] }
        return [
            line("payout", wording.object(payout.reference)),
            line("payee", source.name(ofOrganisation: payout.payee)),
            line("payoutAmount", wording.amount(payout.amount)),
        ]
    }

    private var reasons: [PrintDocument.Block] {
        notice.reasons.isEmpty
            ? [] : [.heading(wording.text("notice.reasons")), .paragraph(notice.reasons)]
    }

    private var period: [PrintDocument.Block] {
        [
            .heading(wording.text("notice.period")),
            .paragraph(
                wording.text(
                    "notice.period.text",
                    [
                        "start": wording.day(notice.start), "end": wording.day(notice.end.day),
                        "workdays": String(notice.workdays),
                        "counting": wording.choice(notice.counting.rawValue),
                    ])),
            .heading(wording.text("notice.objection")),
            .paragraph(wording.text("notice.objection.text")),
            .particulars([line("channel", notice.channel.isEmpty ? "–" : notice.channel)]),
        ]
    }

    /// The organisation in whose name it was published, and the day.
    private var closing: PrintDocument.Block {
        let issuer = source.entries.last { entry in
            entry.event.subject == notice.reference && entry.event.type == .noticePublished
        }?.event.by.organisation
        let name = issuer.flatMap { $0.isEmpty ? nil : source.name(ofOrganisation: $0) }
        return .closing([name ?? wording.text("notice.board"), wording.day(notice.start)])
    }

    private func line(_ key: String, _ value: String) -> PrintDocument.Particular {
        .init(label: wording.text(key), value: value)
    }
}
