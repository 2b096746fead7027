import BoardDomain

/// The runs of a verification, those of its retest, and who put their names to it.
extension CertificateSheet {
    /// Every run keeps its serial, aborted or not, with the reason (V2).
    func runs(of text: VerificationProtocol) -> PrintDocument.Table {
        var table = PrintDocument.Table(columns: columns(of: text))
        let events = source.events(of: verification.reference).filter {
            [.runRecorded, .runAborted].contains($0.event.type)
        }
        for (index, entry) in events.enumerated() {
            guard let run = VerificationRun(record: entry.event.fields) else { continue }
            let serial = entry.event.fields[F.runSerial] ?? index + 1
            let recorder = entry.event.by.actor.person
            let note =
                entry.event.type == .runAborted
                ? wording.text("aborted", ["reason": entry.event.fields[F.reason] ?? "–"]) : nil
            table.rows.append(row(run, serial: serial, by: recorder, note: note, text))
        }
        return table
    }

    func retestRuns(of text: VerificationProtocol) -> PrintDocument.Table {
        PrintDocument.Table(
            columns: columns(of: text),
            rows: verification.retestRuns.enumerated().map { index, run in
                row(run, serial: index + 1, by: nil, note: nil, text)
            })
    }

    private func columns(of text: VerificationProtocol) -> [PrintDocument.Column] {
        let readings = text.items.map { item in
            PrintDocument.Column(
                title: wording.text("reading", ["number": String(item.indicator)])
                    + (item.unit.isEmpty ? "" : " (\(item.unit))"),
                isFigure: true, weight: 2)
        }
        return [
            .init(title: wording.text("serial"), isFigure: true),
            .init(title: wording.text("startedAt"), weight: 3),
            .init(title: wording.text("site"), weight: 2),
            .init(title: wording.text("operator"), weight: 2),
        ] + readings
    }

    private func row(
        _ run: VerificationRun, serial: Int, by recorder: PersonID?, note: String?,
        _ text: VerificationProtocol
    ) -> PrintDocument.Row {
        let person = run.operatorPerson ?? recorder
        let readings = text.items.map { item in
            guard let value = run.values.first(where: { $0.indicator == item.indicator }) else {
                return "–"
            }
            return value.value ?? value.fulfilled.map(wording.flag) ?? "–"
        }
        return PrintDocument.Row(
            cells: [
                String(serial), wording.instant(run.startedAt),
                wording.choice(run.site.rawValue), person.map(source.name(of:)) ?? "–",
            ] + readings,
            proof: note ?? "")
    }

    var retest: [PrintDocument.Particular] {
        let laboratory = verification.retestLaboratory
        return [
            line(
                "laboratory",
                laboratory.isEmpty ? "–" : source.name(ofOrganisation: laboratory)),
            line("retestOrderedAt", verification.retestOrderedAt.map(wording.instant) ?? "–"),
            line("retestUntil", verification.retestUntil.map(wording.instant) ?? "–"),
            line(
                "disputedBy",
                verification.disputedBy.isEmpty
                    ? "–" : source.name(ofOrganisation: verification.disputedBy)),
        ]
    }

    /// Those who signed the protocol before the first run, and those who countersigned the report.
    var places: [PrintDocument.Place] {
        let frozen = source.signatures(
            of: .protocolFrozen, acts: ["ProtocolSignature", "ProtocolSubstitution"],
            on: verification.reference)
        let countersigned = source.signatures(
            of: .countersigned, acts: ["Countersignature"], on: verification.reference)
        return frozen.map { source.place(wording.text("certificate.frozenBy"), $0) }
            + countersigned.map { source.place(wording.text("certificate.countersignedBy"), $0) }
    }
}
