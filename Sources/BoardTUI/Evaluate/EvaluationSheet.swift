import BoardDomain
import BoardResources
import TerminalKit

/// A market evaluation: its items with who stands behind them, the published formula with its inputs, and
/// the grade that it computes. Nobody types it.
struct EvaluationSheet {
    let object: JSON
    let setting: Setting
    let columns: Int
    /// The item that is looked at.
    var item: String?

    /// The evaluation that an item belongs to, or that it is.
    static func evaluation(of object: ObjectReference, in file: JSON) -> JSON? {
        (file["evaluations"]?.array ?? []).first { evaluation in
            object.machine == .evaluation
                ? evaluation["id"]?.string == object.id
                : (evaluation["evidence"]?.array ?? []).contains {
                    $0["id"]?.string == object.id
                }
        }
    }

    private var theme: Theme { setting.theme }
    private var wording: ValueWording { setting.wording }
    private var texts: Texts { setting.texts }

    func lines() -> [FileLine] {
        let parts = [itemLines, ratingLines, formulaLines]
        return parts.filter { !$0.isEmpty }.reduce(into: head) { $0 += [.blank] + $1 }
    }

    private func heading(_ key: String) -> FileLine { FileLine(setting.text(key), theme[.title]) }

    private func money(_ json: JSON?) -> String {
        json?.integer.map { wording.money(Money(fen: $0)) } ?? "–"
    }

    // MARK: Window

    private var head: [FileLine] {
        let end = object["windowEnd"]?.string.flatMap(Instant.init(text:))
        var pairs: [(label: String, text: SafeText)] = []
        if let state = object["state"]?.string {
            pairs.append(
                (
                    texts.text("tui.evaluate.state"),
                    SafeText(wording.state(state, of: "evaluation"))
                ))
        }
        if let end { pairs.append((texts.text("tui.evaluate.window"), window(end))) }
        if let grade = object["grade"]?.string {
            pairs.append(
                (
                    texts.text("tui.evaluate.grade"), SafeText(wording.choice(grade, of: "grade"))
                ))
        }
        return FileSheet(setting: setting, columns: columns).labelled(pairs)
    }

    private func window(_ end: Instant) -> SafeText {
        let days = end.day.number - setting.now.day.number
        let key = days < 0 ? "tui.evaluate.windowOver" : "tui.evaluate.windowLeft"
        return SafeText(
            wording.day(end.day) + " " + texts.text(key, ["days": String(abs(days))]))
    }

    // MARK: Items

    private var itemLines: [FileLine] {
        let items = object["evidence"]?.array ?? []
        guard !items.isEmpty else {
            return object["evidence"] == nil
                ? [] : [FileLine(setting.text("tui.evaluate.noItems"), theme[.muted])]
        }
        let rows = items.map { row -> [StyledText] in
            let id = row["id"]?.string ?? ""
            let state = row["state"]?.string ?? ""
            let isHere = id == item
            return [
                StyledText(SafeText((isHere ? "▸ " : "  ") + id), style: theme[.accent]),
                StyledText(SafeText(wording.choice(row["kind"]?.string ?? "", of: "kind"))),
                StyledText(SafeText(what(row))),
                StyledText(
                    SafeText(wording.value(row["counterparty"] ?? "", of: "counterparty"))),
                StyledText(SafeText(row["date"]?.string ?? "")),
                StyledText(
                    mark(state) + SafeText(wording.state(state, of: "evidence")),
                    style: theme[role(state)]),
                StyledText(SafeText(row["number"]?.string ?? "")),
            ]
        }
        let titles = ["item", "kind", "amount", "counterparty", "date", "state", "number"].map {
            setting.text("tui.evaluate.item." + $0)
        }
        var lines = [heading("tui.evaluate.items")]
        lines += GridLines(titles, rows, trailing: [2]).lines(columns: columns, theme)
        if items.contains(where: { $0["state"]?.string == EvidenceState.excluded.rawValue }) {
            lines.append(FileLine("⚠ " + setting.text("tui.evaluate.related"), theme[.warning]))
        }
        return lines
    }

    /// Its amount, or its stars.
    private func what(_ row: JSON) -> String {
        if let stars = row["stars"]?.integer {
            return texts.text("tui.evaluate.stars", ["count": String(stars)])
        }
        return money(row["amount"])
    }

    private func mark(_ state: String) -> SafeText {
        switch EvidenceState(rawValue: state) {
        case .checked: "✓ "
        case .refused, .excluded: "✗ "
        case .withdrawn: "– "
        case .submitted, .confirmed, nil: "… "
        }
    }

    private func role(_ state: String) -> Theme.Role {
        switch EvidenceState(rawValue: state) {
        case .checked: .success
        case .refused, .excluded: .danger
        case .withdrawn: .muted
        case .submitted, .confirmed, nil: .notice
        }
    }

    // MARK: Grade

    /// What is counted so far; where items wait, also what would come of them.
    private var ratingLines: [FileLine] {
        guard let rating = object["rating"]?.object.flatMap({ MarketRating(record: Record($0)) })
        else { return [] }
        let isOpen = ["opened", "collecting", "checking"].contains(object["state"]?.string)
        var lines = [heading(isOpen ? "tui.evaluate.soFar" : "tui.evaluate.rating")]
        lines += points(rating)
        if let expected = object["expected"]?.object.flatMap({ MarketRating(record: Record($0)) }) {
            lines += [.blank, heading("tui.evaluate.expected")] + points(expected)
        }
        if let recheck = object["recheck"]?.object.flatMap({ MarketRating(record: Record($0)) }) {
            lines += [.blank, heading("tui.evaluate.recheck")] + points(recheck)
        }
        return lines
    }

    private func points(_ rating: MarketRating) -> [FileLine] {
        let formula = object["formula"]
        let weight = { (name: String) in String(formula?[name]?.integer ?? 0) }
        let rows: [(String, String, String)] = [
            (
                "value", "\(wording.money(rating.value)) / \(money(formula?["amount"]))",
                weight("weightValue")
            ),
            (
                "customers", "\(rating.customers) / \(weight("customersFull"))",
                weight("weightCustomers")
            ),
            (
                "endorsements", "\(rating.endorsements) / \(weight("endorsementsFull"))",
                weight("weightEndorsement")
            ),
            ("stars", stars(rating), weight("weightSatisfaction")),
        ]
        let titles = ["part", "input", "weight"].map { setting.text("tui.evaluate.part." + $0) }
        let grid = GridLines(
            titles,
            rows.map { name, input, weight in
                [
                    StyledText(setting.text("tui.evaluate.part.name." + name)),
                    StyledText(SafeText(input)), StyledText(SafeText(weight)),
                ]
            }, trailing: [2])
        let sum = setting.text(
            "tui.evaluate.sum",
            [
                "points": String(rating.points), "items": String(rating.items),
                "grade": wording.choice(rating.grade.rawValue, of: "grade"),
            ])
        var lines = grid.lines(columns: columns, theme)
        lines.append(FileLine(sum, theme[.title]))
        if rating.excluded > 0 {
            lines.append(
                FileLine(
                    "⚠ "
                        + setting.text(
                            "tui.evaluate.excluded",
                            [
                                "count": String(rating.excluded),
                                "amount": wording.money(rating.excludedValue),
                            ]), theme[.warning]))
        }
        return lines
    }

    private func stars(_ rating: MarketRating) -> String {
        rating.ratings == 0
            ? "–"
            : texts.text(
                "tui.evaluate.starsOf",
                ["stars": String(rating.stars), "count": String(rating.ratings)])
    }

    /// The formula as it is published, in words, with the thresholds of the grades.
    private var formulaLines: [FileLine] {
        guard let formula = object["formula"]?.object else { return [] }
        let values = formula.mapValues { $0.integer.map(String.init) ?? $0.string ?? "" }
        let words = setting.texts.text("tui.evaluate.formula", values)
        return [heading("tui.evaluate.formulaTitle")]
            + LineBreaker(columns: columns - 1).lines(of: SafeText(words, form: .body)).map {
                FileLine($0, theme[.muted])
            }
    }
}
