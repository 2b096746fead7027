import BoardDomain

/// 市场评价: the items, the published formula, and what it makes of them.
extension CaseFile {
    /// For a buyer those with an item of its own, of a restricted challenge as well.
    var boughtEvaluations: [JSON] {
        let own = Set(found.evidence.all.filter(isBuyer).map(\.evaluation))
        return found.evaluations.all.filter { own.contains($0.id) }.map(told)
    }

    var evaluations: [JSON] { found.evaluations.all.map(told) }

    private func isBuyer(of item: Evidence) -> Bool {
        viewer.organisations.contains(item.counterparty)
    }

    private func told(_ evaluation: Evaluation) -> JSON {
        var entry: [String: JSON] = [
            "id": .string(evaluation.id), "state": .string(evaluation.state.rawValue),
            "contract": .string(evaluation.contract), "windowEnd": evaluation.windowEnd.json,
        ]
        entry["grade"] = evaluation.grade.map { $0.json }
        let isParty = isParty(to: evaluation.reference)
        let items = found.evidence.all.filter {
            $0.evaluation == evaluation.id && (isParty || isBuyer(of: $0))
        }
        // Nobody confirms or checks what he is not shown (E4, E6).
        if isParty || !items.isEmpty { entry["evidence"] = .array(items.map(told)) }
        if isParty {
            entry["openedAt"] = evaluation.openedAt.json
            entry["formula"] = formula(of: evaluation)
            entry["rating"] = rating(of: evaluation, over: [.checked]).record.json
            if items.contains(where: { $0.state == .submitted || $0.state == .confirmed }) {
                entry["expected"] =
                    rating(of: evaluation, over: [.submitted, .confirmed, .checked]).record.json
            }
            entry["recheck"] = evaluation.recheck?.record.json
        }
        return .object(entry)
    }

    private func told(_ item: Evidence) -> JSON {
        var row: [String: JSON] = [
            "id": .string(item.id), "state": .string(item.state.rawValue),
            "kind": .string(item.kind), "amount": item.amount.json,
            "counterparty": .string(item.counterparty), "date": item.date.json,
            "confirmed": .boolean(item.isConfirmed),
        ]
        // A rating has no document: the board made its number.
        if !item.isRating { row["number"] = .string(item.number) }
        if item.stars > 0 { row["stars"] = .integer(Int64(item.stars)) }
        if item.isForRecheck { row["recheck"] = true }
        return .object(row)
    }

    /// As recorded once it stands; until then as the items stand now.
    private func rating(
        of evaluation: Evaluation, over states: Set<EvidenceState>
    ) -> MarketRating {
        let isOpen = [.opened, .collecting, .checking].contains(evaluation.state)
        if !isOpen, let rating = evaluation.rating { return rating }
        return found.rating(of: evaluation.id, over: states, policy: context.policy)
    }

    /// The weights and thresholds of the policy in force, and what the value is held against.
    private func formula(of evaluation: Evaluation) -> JSON {
        let keys: [(String, PolicyKey<Int>)] = [
            ("weightValue", .marketEvalWeightValue),
            ("weightCustomers", .marketEvalWeightCustomers),
            ("customersFull", .marketEvalCustomersFull),
            ("weightEndorsement", .marketEvalWeightEndorsement),
            ("endorsementsFull", .marketEvalEndorsementsFull),
            ("weightSatisfaction", .marketEvalWeightSatisfaction),
            ("excellent", .marketEvalExcellent), ("good", .marketEvalGood),
            ("qualified", .marketEvalQualified),
        ]
        var members = Dictionary(
            uniqueKeysWithValues: keys.map { ($0, JSON.integer(Int64(context.policy[$1]))) })
        members["policy"] = .string(context.policy.version)
        members["amount"] = found.contract(of: evaluation.reference)?.amount.json
        return .object(members)
    }
}
