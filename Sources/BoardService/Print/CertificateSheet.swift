import BoardDomain

/// 验题报告 on paper: what was to be shown, how it was tested, what came out.
struct CertificateSheet {
    let source: PrintSource
    let verification: Verification
    var wording: PrintWording { source.wording }

    /// Reported, so that there is a result to certify.
    static func isThere(_ verification: Verification) -> Bool {
        verification.reportedAt != nil && verification.protocolText != nil
    }

    var sheet: PrintDocument.Sheet {
        let found = source.found
        var blocks = warnings
        blocks += [.particulars(head)]
        if let text = verification.protocolText {
            blocks += [
                .heading(wording.text("certificate.protocol")), .particulars(frame(of: text)),
                .table(instruments(of: text)), .heading(wording.text("certificate.results")),
                .table(results(of: text)), .particulars(verdict),
                .heading(wording.text("certificate.runs")), .table(runs(of: text)),
            ]
            if verification.retestUsed {
                blocks += [
                    .heading(wording.text("certificate.retest")), .particulars(retest),
                    .table(retestRuns(of: text)),
                ]
            }
        }
        blocks += [.heading(wording.text("certificate.signatures")), .signatures(places)]
        return PrintDocument.Sheet(
            title: wording.text("certificate.title", ["title": found.challenge.terms.title]),
            subtitle: wording.text(
                "certificate.number",
                ["number": "\(found.id)/\(verification.reference.text)"]),
            blocks: blocks)
    }

    private var warnings: [PrintDocument.Block] {
        switch verification.state {
        case .voided, .disputed, .retest, .conditional, .reported, .countersigned:
            [.warning(wording.text("certificate." + verification.state.rawValue))]
        default:
            verification.isFirm ? [] : [.warning(wording.text("certificate.notFirm"))]
        }
    }

    private var head: [PrintDocument.Particular] {
        let found = source.found
        let milestone = found.milestones[verification.milestone]
        let contract = milestone.flatMap { found.contracts[$0.contract] }
        return [
            line("challenge", found.id), line("client", found.challenge.enterpriseName),
            line("developer", contract.map { source.name(ofOrganisation: $0.bidder) } ?? "–"),
            line("milestone", "\(verification.milestone) \(milestone?.title ?? "")"),
            line("frozenAt", verification.frozenAt.map(wording.instant) ?? "–"),
            line("protocolDigest", verification.protocolDigest?.text ?? "–"),
            line("reportedAt", verification.reportedAt.map(wording.instant) ?? "–"),
            line("reportDigest", reportDigest ?? "–"),
        ]
    }

    private var reportDigest: String? {
        source.events(of: verification.reference).last {
            $0.event.type == .verificationReported
        }?.event.fields[F.reportDigest]?.text
    }

    private func frame(of text: VerificationProtocol) -> [PrintDocument.Particular] {
        var lines = [
            line("sampleSize", String(text.sampleSize)), line("conditions", text.conditions),
            line("stopRule", text.stopRule),
            line("passRule", wording.choice(text.passRule.rawValue)),
        ]
        if let laboratory = text.laboratory {
            lines.append(line("laboratory", source.name(ofOrganisation: laboratory)))
        }
        return lines
    }

    private func instruments(of text: VerificationProtocol) -> PrintDocument.Table {
        let booked = verification.bookedInstruments
        return PrintDocument.Table(
            columns: [
                .init(title: wording.text("instrumentNumber"), weight: 2),
                .init(title: wording.text("instrument"), weight: 4),
                .init(title: wording.text("calibratedUntil"), weight: 3),
            ],
            rows: (booked.isEmpty ? text.instruments : booked).map {
                .init(cells: [$0.number, $0.name, wording.day($0.calibratedUntil)])
            })
    }

    /// Each indicator with what the frozen rule computed; after a retest both values.
    private func results(of text: VerificationProtocol) -> PrintDocument.Table {
        let first = verification.retestUsed ? verification.firstMeasured : verification.measured
        let isRetested = !verification.retestRuns.isEmpty
        var columns: [PrintDocument.Column] = [
            .init(title: wording.text("number"), isFigure: true),
            .init(title: wording.text("indicator"), weight: 4),
            .init(title: wording.text("target"), weight: 4),
            .init(title: wording.text("method"), weight: 3),
            .init(title: wording.text("measured"), isFigure: true, weight: 2),
            .init(title: wording.text("verdict"), weight: 2),
        ]
        if isRetested {
            columns += [
                .init(title: wording.text("retested"), isFigure: true, weight: 2),
                .init(title: wording.text("verdict"), weight: 2),
            ]
        }
        return PrintDocument.Table(
            columns: columns,
            rows: text.items.map { item in
                let cells = [
                    String(item.indicator),
                    item.isMust ? item.name : wording.named(item.name, wording.text("desirable")),
                    wording.target(item.comparator, item.target, item.upper, unit: item.unit),
                    item.method.isEmpty ? "–" : item.method,
                ]
                let shown = first.isEmpty ? verification.measured : first
                return .init(
                    cells: cells + cellsOf(item.indicator, in: shown)
                        + (isRetested ? cellsOf(item.indicator, in: verification.measured) : []))
            })
    }

    private func cellsOf(_ indicator: Int, in measured: [Measured]) -> [String] {
        guard let value = measured.last(where: { $0.indicator == indicator }) else {
            return ["–", "–"]
        }
        return [value.value?.text ?? "–", wording.text(value.passed ? "reached" : "missed")]
    }

    private var verdict: [PrintDocument.Particular] {
        let passed = verification.passed.map { wording.text($0 ? "passed" : "failed") }
        return [
            line("conclusion", passed ?? wording.state(verification.state)),
            line("state", wording.state(verification.state)),
            line("concludedAt", verification.concludedAt.map(wording.instant) ?? "–"),
            line("firm", wording.flag(verification.isFirm)),
        ]
    }

    func line(_ key: String, _ value: String) -> PrintDocument.Particular {
        .init(label: wording.text(key), value: value)
    }
}
