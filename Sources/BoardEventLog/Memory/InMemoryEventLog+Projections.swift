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
        }
        return all
    }

    package func cases(_ query: CaseQuery) throws -> [CaseRow] {
        try requireOpen()
        var found: [CaseRow] = []
        for projection in projections.values {
            guard let row = projection.caseRow, query.admits(row) else { continue }
            if let party = query.involved {
                guard projection.involvements.contains(where: { $0.party == party }) else {
                    continue
                }
            }
            if let after = query.after {
                guard precedes(after, CaseCursor(row, in: query.sort), query.descending) else {
                    continue
                }
            }
            found.append(row)
        }
        found.sort {
            precedes(
                CaseCursor($0, in: query.sort), CaseCursor($1, in: query.sort), query.descending)
        }
        return Array(found.prefix(max(0, query.limit)))
    }

    private func precedes(_ left: CaseCursor, _ right: CaseCursor, _ descending: Bool) -> Bool {
        let (first, second) = descending ? (right, left) : (left, right)
        return first.key == second.key
            ? first.id.utf8.lexicographicallyPrecedes(second.id.utf8) : first.key < second.key
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
