import BoardDomain
import BoardEventLog

/// The whole case file on paper, as its viewer may see it: what `show` and `timeline` tell, with
/// what proves each entry against the log.
struct CaseSheet {
    let source: PrintSource
    let file: JSON
    let head: LogHead
    let checkpoint: Checkpoint?
    var wording: PrintWording { source.wording }
    private var found: Case { source.found }

    init(_ source: PrintSource, head: LogHead, checkpoint: Checkpoint?) {
        self.source = source
        self.head = head
        self.checkpoint = checkpoint
        file =
            CaseFile(
                found: source.found, viewer: source.viewer, version: source.version,
                directory: source.directory, context: source.context
            ).json
    }

    var sheet: PrintDocument.Sheet {
        var blocks: [PrintDocument.Block] = [
            .heading(wording.text("case.head")), .particulars(particulars),
        ]
        if CaseSight.seesTerms(found, source.viewer), !found.challenge.terms.indicators.isEmpty {
            blocks += [
                .heading(wording.text("case.indicators")),
                .table(IndicatorTable(wording).table(found.challenge.terms.indicators)),
            ]
        }
        blocks += sections
        blocks += [
            .heading(wording.text("case.events")), .paragraph(wording.text("case.events.text")),
            .table(events), .heading(wording.text("case.proof")), .particulars(proof),
            .paragraph(wording.text("case.proof.text")),
        ]
        return PrintDocument.Sheet(
            title: wording.text("case.title"),
            subtitle: "\(found.id) \(found.challenge.terms.title)", blocks: blocks)
    }

    private var particulars: [PrintDocument.Particular] {
        let challenge = found.challenge
        var lines = [
            line("challenge", found.id), line("title", challenge.terms.title),
            line("enterprise", wording.named(challenge.enterpriseName, challenge.enterprise)),
            line("state", wording.state(challenge.state)),
        ]
        if let edition = file["edition"]?.string { lines.append(line("edition", edition)) }
        for name in ["publishedAt", "deadline", "awardedAt", "concludedAt"] {
            guard let instant = file[name].flatMap(Instant.init(json:)) else { continue }
            lines.append(line(name, wording.instant(instant)))
        }
        if CaseSight.seesTerms(found, source.viewer) {
            lines.append(line("budget", wording.amount(challenge.terms.budget)))
        }
        if let digest = file["termsDigest"]?.string {
            lines.append(line("termsDigest", digest))
        }
        if let assignee = file["assignee"]?.string { lines.append(line("assignee", assignee)) }
        if let cause = file["cause"]?.string { lines.append(line("cause", wording.choice(cause))) }
        for link in ["predecessor", "successor"] {
            if let id = file[link]?.string { lines.append(line(link, id)) }
        }
        return lines
    }

    /// Every event that the viewer may read; the positions of the others are left out.
    private var events: PrintDocument.Table {
        var table = PrintDocument.Table(columns: [
            .init(title: wording.text("position"), isFigure: true, weight: 3),
            .init(title: wording.text("at"), weight: 6),
            .init(title: wording.text("what"), weight: 10),
            .init(title: wording.text("state"), weight: 5),
            .init(title: wording.text("who"), weight: 8),
            .init(title: wording.text("rule"), weight: 4),
        ])
        for (row, event) in source.entries {
            let sight = EventSight.of(event, in: found, source.viewer)
            guard sight != .hidden else { continue }
            let machine = event.subject.machine.rawValue
            table.rows.append(
                .init(
                    cells: [
                        String(row.position), wording.instant(event.at),
                        wording.named(wording.event(event.name), wording.object(event.subject)),
                        event.state.map { wording.state($0, of: machine) } ?? "",
                        sight == .whole ? who(event) : "", event.rule,
                    ],
                    proof: "\(row.hash.text)  \(row.policy)"))
        }
        return table
    }

    private func who(_ event: Event) -> String {
        guard let person = event.by.actor.person else { return wording.capacity(.clock) }
        let organisation = event.by.organisation
        let name = wording.named(source.name(of: person), wording.capacity(event.by.capacity))
        return organisation.isEmpty
            ? name : "\(name)\n\(source.name(ofOrganisation: organisation))"
    }

    private var proof: [PrintDocument.Particular] {
        var lines = [
            line("case.head.position", String(head.position)),
            line("case.head.hash", head.hash.text),
        ]
        guard let checkpoint else {
            return lines + [line("case.checkpoint", wording.text("case.checkpoint.none"))]
        }
        lines += [
            line("case.checkpoint.position", String(checkpoint.position)),
            line("case.checkpoint.hash", checkpoint.hash.text),
            line("case.checkpoint.at", wording.instant(checkpoint.at)),
            line("case.checkpoint.key", checkpoint.keyID),
        ]
        return lines
    }

    func line(_ key: String, _ value: String) -> PrintDocument.Particular {
        .init(label: wording.text(key), value: value)
    }
}
