package import BoardDomain
import BoardEventLog

/// What became of one row of a list.
package struct ImportedRow: Sendable {
    package enum Outcome: Sendable {
        /// A draft was made; on a dry run, it would be.
        case drafted(String)
        /// The row is known by its key: nothing is added twice. The fields in which it reads otherwise
        /// than it did when it was drafted.
        case alreadyThere(String, changed: [String])
        case refused(Refusal)
    }
    package let row: DemandRow
    package let outcome: Outcome
}

extension LocalBoard {
    /// Makes a draft on behalf of its enterprise out of every row that was read (C1).
    ///
    /// - Parameter isDryRun: tells what would come of it and records nothing.
    package func importDemands(
        _ report: DemandReport, as person: PersonID, isDryRun: Bool, at instant: Instant? = nil
    ) async throws -> [ImportedRow] {
        var outcomes: [ImportedRow] = []
        // What a dry run leaves unrecorded takes its number all the same.
        var taken = 0
        for row in report.rows {
            let outcome = try await draft(
                row, as: person, isDryRun: isDryRun, after: taken, at: instant)
            if isDryRun, case .drafted = outcome { taken += 1 }
            outcomes.append(ImportedRow(row: row, outcome: outcome))
        }
        return outcomes
    }

    private func draft(
        _ row: DemandRow, as person: PersonID, isDryRun: Bool, after taken: Int,
        at instant: Instant?
    ) async throws -> ImportedRow.Outcome {
        var query = CaseQuery()
        query.importKey = row.importKey
        if let known = try await log.cases(query).first {
            return .alreadyThere(known.id, changed: try await changes(of: row, since: known.id))
        }
        let stream = try await newStream(.challenge, at: instant, after: taken)
        let command = Command(
            stream: stream, subject: ObjectReference(.challenge), name: "create",
            fields: row.draft, person: person)
        let request = CommandRequest(command, id: settings.newCommandID(), at: instant)
        do {
            if isDryRun {
                _ = try await dryRun(request)
            } else {
                _ = try await perform(request)
            }
            return .drafted(stream.id)
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }
}

extension LocalBoard {
    /// What a row says otherwise than the one that a challenge was drafted from, by field; whatever
    /// the enterprise has made of the draft since is its own. A contact is kept under a key and a name
    /// under the directory's; neither is compared.
    private func changes(of row: DemandRow, since challenge: String) async throws -> [String] {
        let stream = StreamID(.challenge, challenge)
        guard let first = try await log.stream(stream.text, after: 0).first else { return [] }
        let drafted = try Replay.event(of: first).fields.members
        let read = row.draft.members
        return DemandRow.compared.filter { drafted[$0] != read[$0] }
    }
}

extension DemandRow {
    fileprivate static let compared = [
        F.title.name, F.chain.name, F.topicClass.name, F.background.name,
        F.readinessNow.name, F.term.name, F.cooperation.name, F.enterpriseShare.name,
        F.countyShare.name, F.indicators.name, F.indicatorNotes.name,
    ]

    /// The fields of the draft. The contact's name and telephone are encrypted before they are recorded.
    var draft: Record {
        let measured = indicators.compactMap(\.measure)
        let notes = indicators.filter { $0.measure == nil }.map(\.text)
        return Record {
            $0[F.title] = title
            $0[F.enterprise] = code.text
            $0[F.enterpriseName] = enterpriseName
            $0[F.importKey] = importKey
            let contact = [contact, phone].compactMap { $0 }.joined(separator: " ")
            if !contact.isEmpty { $0[F.contact] = ProtectedText(.plain(.string(contact))) }
            $0[F.chain] = chain
            $0[F.topicClass] = topicClass?.topicClass
            $0[F.background] = background
            $0[F.readinessNow] = readiness?.number
            $0[F.term] = until
            $0[F.cooperation] = cooperation
            // The list names the whole and, of it, what the county is asked for.
            if let investment {
                let county = countyShare ?? .zero
                $0[F.enterpriseShare] = Money(fen: max(0, investment.fen - county.fen))
            }
            $0[F.countyShare] = countyShare
            if !measured.isEmpty {
                $0[F.indicators] = measured.enumerated().map { $1.indicator(number: $0 + 1) }
            }
            if !notes.isEmpty { $0[F.indicatorNotes] = notes.joined(separator: "；") }
        }
    }
}

extension DemandClass {
    var topicClass: TopicClass {
        switch self {
        case .industryPain: .industryPain
        case .transformationDifficulty: .transitionDifficulty
        case .innovationBottleneck: .innovationBottleneck
        case .futureFocus: .futureLayout
        }
    }
}

extension IndicatorMeasure {
    /// The indicator of the terms. A list does not tell musts from wishes: the enterprise does, when
    /// it confirms.
    func indicator(number: Int) -> Indicator {
        let (kind, low, high) = bounds
        let text = [method, condition].compactMap { $0 }.joined(separator: "；")
        return Indicator(
            number: number, name: name, comparator: kind, target: low.text, upper: high?.text,
            unit: unit, method: text, isMust: true)
    }

    private var bounds: (Comparator, ScaledDecimal, ScaledDecimal?) {
        switch comparator {
        case .atLeast: (.atLeast, target, nil)
        case .atMost: (.atMost, target, nil)
        case .above: (.above, target, nil)
        case .below: (.below, target, nil)
        case .equal: (.equal, target, nil)
        case .between: (.range, target, upper)
        // ±8 is the range from −8 to 8 of the deviation that the indicator names.
        case .within:
            (
                .range, ScaledDecimal(mantissa: -target.mantissa, scale: target.scale) ?? target,
                target
            )
        }
    }
}
