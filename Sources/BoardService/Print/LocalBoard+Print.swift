package import BoardDomain
import BoardEventLog
package import BoardResources

extension LocalBoard {
    /// A case, or one of its objects, as a paper of one kind that a person may hold (§15).
    ///
    /// - Parameter object: the notice, contract, milestone or verification meant; nil for all.
    /// - Throws: `BoardFault.notFound` where the person may not know that the case exists,
    ///   `PrintFault` where there is nothing of the kind.
    package func printed(
        _ kind: PrintKind, of id: String, object: ObjectReference? = nil, as person: PersonID?,
        in texts: Texts, at instant: Instant? = nil
    ) async throws -> PrintDocument {
        let now = instant ?? settings.now()
        try await refreshStanding()
        let head = try await log.head()
        let checkpoint = try await log.checkpoints().last
        let source = try await source(
            id, through: head, as: person, wording: PrintWording(texts: texts), at: now)
        if let object, !kind.machines.contains(object.machine) {
            throw PrintFault.wrongObject(object, kind)
        }
        let sheets: [PrintDocument.Sheet] =
            switch kind {
            case .notice:
                source.notices(object).map { NoticeSheet(source: source, notice: $0).sheet }
            case .contract:
                source.contracts(object).flatMap {
                    ContractSheets(source: source, contract: $0).sheets
                }
            case .certificate:
                source.certificates(object).map {
                    CertificateSheet(source: source, verification: $0).sheet
                }
            case .caseFile: [CaseSheet(source, head: head, checkpoint: checkpoint).sheet]
            }
        guard !sheets.isEmpty else {
            throw PrintFault.nothingThere(
                object.map { "\(id)/\($0.text)" } ?? id, kind,
                present: source.papers(insteadOf: kind))
        }
        try await note(
            [StreamID(.challenge, id): restricted(in: source, kind)], .print, by: person, at: now)
        let origin = PrintOrigin(
            board: log.board.id, boardName: log.board.name, caseID: id, position: head.position,
            hash: head.hash, policy: source.context.policy.version, printedAt: now)
        return PrintDocument(
            kind: kind, language: texts.language,
            title: "\(id) \(source.wording.text("kind." + kind.rawValue))",
            sheets: sheets.map { marked($0, source.wording) }, origin: origin,
            // A notice says what the public may know, whoever prints it.
            foot: foot(origin, kind == .notice ? nil : person, source))
    }

    /// What the papers of a kind show that is restricted: contracts name the team of a bid, the case file
    /// tells what its reader may see of everything.
    private func restricted(in source: PrintSource, _ kind: PrintKind) -> Set<String> {
        switch kind {
        case .notice, .certificate: return []
        case .contract: return Restriction.bids(in: source.found, to: source.viewer)
        case .caseFile:
            let found = source.found
            let told = source.entries.compactMap { entry -> String? in
                EventSight.of(entry.event, in: found, source.viewer) == .hidden
                    ? nil : Restriction.object(of: entry.event, in: found, to: source.viewer)
            }
            return Restriction.shown(in: found, to: source.viewer).union(told)
        }
    }

    /// Nothing of what was recorded behind `head` is in it, so that the print can name its head.
    private func source(
        _ id: String, through head: LogHead, as person: PersonID?, wording: PrintWording,
        at now: Instant
    ) async throws -> PrintSource {
        let name = StreamID(.challenge, id)
        var stream = BoardDomain.Stream(name)
        var entries: [(row: EventRow, event: Event)] = []
        for row in try await log.stream(name.text, after: 0) where row.position <= head.position {
            let event = try Replay.event(of: row)
            stream.evolve(event)
            entries.append((row, event))
        }
        guard let found = stream.aggregate as? Case, found.exists else {
            throw BoardFault.notFound(id)
        }
        let viewer = viewer(person, of: found, at: now)
        guard CaseSight.sees(found, viewer) else { throw BoardFault.notFound(id) }
        return PrintSource(
            found: found, version: stream.version, entries: entries, viewer: viewer,
            directory: standing.directory, context: try context(at: now, head: head.hash),
            wording: wording)
    }

    /// A sample looks like the real thing; it says at once that it is not.
    private func marked(_ sheet: PrintDocument.Sheet, _ wording: PrintWording)
        -> PrintDocument
        .Sheet
    {
        guard log.board.kind != .live else { return sheet }
        let warning = PrintDocument.Block.warning(
            wording.text("board." + log.board.kind.rawValue))
        return PrintDocument.Sheet(
            title: sheet.title, subtitle: sheet.subtitle, blocks: [warning] + sheet.blocks)
    }

    private func foot(
        _ origin: PrintOrigin, _ reader: PersonID?, _ source: PrintSource
    ) -> [String] {
        let wording = source.wording
        return [
            wording.text(
                "foot.case",
                [
                    "case": origin.caseID, "board": origin.board, "policy": origin.policy,
                    "at": wording.instant(origin.printedAt),
                    "reader": reader.map(source.name(of:)) ?? wording.capacity(.publicReader),
                ]),
            wording.text(
                "foot.log",
                ["position": String(origin.position), "hash": origin.hash.text]),
        ]
    }
}
