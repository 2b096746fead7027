package import BoardDomain

extension InMemoryEventLog {
    /// The projections with some replaced; throws `documentNumberInUse` (I24).
    func replacing(
        _ old: [String: StreamProjection], with news: [StreamProjection]
    ) throws(EventLogError) -> [String: StreamProjection] {
        guard !news.isEmpty else { return old }
        var all = old
        for projection in news { all[projection.stream] = nil }
        for projection in news {
            try projection.refuseRepeatedNumbers()
            for row in projection.documentNumbers {
                let holder = all.values.first { other in
                    other.documentNumbers.contains {
                        $0.kind == row.kind && $0.number == row.number
                    }
                }
                if let holder {
                    throw .documentNumberInUse(
                        kind: row.kind, number: row.number, stream: holder.stream)
                }
            }
            all[projection.stream] = projection
            if projection.snapshot == .kept {
                all[projection.stream]?.snapshot = old[projection.stream]?.snapshot ?? .absent
            }
        }
        return all
    }

    package func tally(_ query: CaseQuery, by facet: CaseFacet) throws -> [CaseTally] {
        try requireOpen()
        let found = matching(query, try scores(of: query))
        let groups = Dictionary(grouping: found, by: facet.value)
        return groups.keys.sortedByBytes().map { value in
            let rows = groups[value] ?? []
            return CaseTally(
                value: value, cases: rows.count, budget: rows.reduce(0) { $0 + $1.budget })
        }
    }

    package func firstDuties(in streams: Set<String>) throws -> [FirstDuty] {
        try requireOpen()
        return streams.sortedByBytes().compactMap { stream in
            let dated = (projections[stream]?.duties ?? []).filter { $0.due != nil }
            guard let due = dated.compactMap(\.due).min() else { return nil }
            return FirstDuty(stream: stream, due: due, overdue: dated.contains(where: \.overdue))
        }
    }

    private func matching(_ query: CaseQuery, _ scores: [String: Int64]?) -> [CaseRow] {
        let titled = query.title.map(SearchPhrase.whole)
        return projections.values.filter { projection in
            guard let row = projection.caseRow, query.admits(row) else { return false }
            if let scores, scores[row.id] == nil { return false }
            if let titled {
                let title = projection.searchText?.title ?? ""
                guard let titled, titled.count(in: title) > 0 else { return false }
            }
            if query.isOverdue, !projection.duties.contains(where: \.overdue) { return false }
            return query.involved.map { party in
                projection.involvements.contains { $0.party == party }
            } ?? true
        }.compactMap(\.caseRow)
    }

    package func cases(_ query: CaseQuery) throws -> [CaseRow] {
        try requireOpen()
        let scores = try scores(of: query)
        let found = matching(query, scores)
        if query.isRanked, let scores { return try ranked(found, scores, query) }
        let after = found.filter { row in
            query.after.map { precedes($0, CaseCursor(row, in: query.sort), query.descending) }
                ?? true
        }
        let sorted = after.sorted {
            precedes(
                CaseCursor($0, in: query.sort), CaseCursor($1, in: query.sort), query.descending)
        }
        return Array(sorted.prefix(max(0, query.limit)))
    }

    /// By id; nil where no words are asked for.
    private func scores(of query: CaseQuery) throws -> [String: Int64]? {
        guard let phrases = try query.phrases() else { return nil }
        var scores: [String: Int64] = [:]
        for projection in projections.values {
            guard let id = projection.caseRow?.id, let text = projection.searchText else {
                continue
            }
            scores[id] = SearchRanking.score(text, for: phrases)
        }
        return scores
    }

    private func ranked(
        _ rows: [CaseRow], _ scores: [String: Int64], _ query: CaseQuery
    ) throws -> [CaseRow] {
        let placed = rows.compactMap { row in
            scores[row.id].map { (place: SearchPlace(score: $0, id: row.id), row: row) }
        }
        let sorted = placed.sorted { $0.place < $1.place }.map(\.row)
        return try query.page(of: query.descending ? sorted.reversed() : sorted)
    }

    private func precedes(_ left: CaseCursor, _ right: CaseCursor, _ descending: Bool) -> Bool {
        let (first, second) = descending ? (right, left) : (left, right)
        return first.key == second.key
            ? first.id.precedes(second.id) : first.key < second.key
    }

    package func caseRow(id: String) throws -> CaseRow? {
        try requireOpen()
        return projections.values.lazy.compactMap(\.caseRow).first { $0.id == id }
    }

    package func duties(of holder: DutyHolder) throws -> [StreamDuty] {
        try requireOpen()
        let held = projections.keys.sortedByBytes().flatMap { stream in
            (projections[stream]?.duties ?? []).filter(holder.holds).map {
                StreamDuty(stream: stream, duty: $0)
            }
        }
        // Stable by the place in `held`, which is stream and order inside it.
        return held.enumerated().sorted { left, right in
            let (first, second) = (left.element.duty, right.element.duty)
            if first.overdue != second.overdue { return first.overdue }
            let (due, other) = (
                first.due?.milliseconds ?? .max, second.due?.milliseconds ?? .max
            )
            return due == other ? left.offset < right.offset : due < other
        }.map(\.element)
    }

    package func streamsDue(by instant: Instant, limit: Int) throws -> [StreamDue] {
        try requireOpen()
        let due = projections.values.compactMap { projection in
            projection.nextDue.map { StreamDue(stream: projection.stream, due: $0) }
        }
        return Array(
            due.filter { $0.due <= instant }.sorted {
                $0.due == $1.due
                    ? $0.stream.utf8.lexicographicallyPrecedes($1.stream.utf8) : $0.due < $1.due
            }.prefix(max(0, limit)))
    }

    package func firstDue() throws -> Instant? {
        try requireOpen()
        return projections.values.compactMap(\.nextDue).min()
    }

    package func holder(
        ofDocument number: String, kind: String
    ) throws -> DocumentNumberHolder? {
        try requireOpen()
        for projection in projections.values {
            for row in projection.documentNumbers
            where row.kind == kind && row.number == number {
                return DocumentNumberHolder(stream: projection.stream, object: row.object)
            }
        }
        return nil
    }

    package func streams(involving party: String) throws -> [String] {
        try requireOpen()
        return projections.values.filter { projection in
            projection.involvements.contains { $0.party == party }
        }.map(\.stream).sortedByBytes()
    }

    package func dealings(of parties: Set<String>) throws -> [DealingRow] {
        try requireOpen()
        var last: [[String]: Day] = [:]
        for row in projections.values.flatMap(\.dealings)
        where parties.contains(row.first) || parties.contains(row.second) {
            let pair = [row.first, row.second]
            last[pair] = max(last[pair] ?? row.day, row.day)
        }
        return last.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map {
            DealingRow($0.key[0], $0.key[1], day: $0.value)
        }
    }

    package func stays(in scope: CaseScope) throws -> [CaseStay] {
        try requireOpen()
        let seen = projections.values.compactMap { projection in
            projection.caseRow.flatMap { scope.admits($0) ? ($0.id, projection.stays) : nil }
        }
        return seen.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.flatMap { id, stays in
            stays.map { CaseStay(id: id, stay: $0) }
        }
    }

    package func overdueDuties(year: Int?) throws -> [String: Int] {
        try requireOpen()
        var counts: [String: Int] = [:]
        for projection in projections.values
        where year == nil || projection.caseRow?.year == year {
            let overdue = projection.duties.count { $0.overdue }
            if overdue > 0 { counts[projection.caseRow?.state ?? "", default: 0] += overdue }
        }
        return counts
    }

    package func snapshots(prefix: String) throws -> [StreamSnapshot]? {
        try requireOpen()
        let names = projections.keys.filter { $0.utf8.starts(with: prefix.utf8) }
        return try names.sortedByBytes().compactMap(snapshot(of:))
    }

    package func snapshot(of stream: String) throws -> StreamSnapshot? {
        try requireOpen()
        guard case .taken(let version, let bytes)? = projections[stream]?.snapshot else {
            return nil
        }
        return StreamSnapshot(stream: stream, version: version, bytes: bytes)
    }

    package func projection(of stream: String) throws -> StreamProjection? {
        try requireOpen()
        return projections[stream]
    }

    package func projectionDump() throws -> [String] {
        try requireOpen()
        return ProjectionTable.all.flatMap { table in
            projections.values.flatMap(table.rows).map(table.line).sorted()
        }
    }
}
