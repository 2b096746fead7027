import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What a form is made with beside its fields: what there is to pick, the rules, what is filled in already.
struct FormMaterial: Sendable {
    /// The stream's file as the person is shown it; empty for one that does not exist yet.
    var file = JSON.object([:])
    var options: [FormSource: [ChoiceOption<String>]] = [:]
    var calendar: WorkdayCalendar?
    var policy: Policy?
    /// Who fills it in, for what is preset: the organisations that the person acts for, with their names.
    var own: [(code: String, name: String)] = []
    var personName = ""
    /// Who is to open the bids, as far as the case tells.
    var openers: [PersonID] = []
    /// Of a bid: what was sealed before, as the bidder kept it.
    var ownCopy: JSON?
}

/// The options that a file tells by itself.
struct FormOptions {
    let file: JSON
    let wording: ValueWording

    /// Nil for what no file tells.
    func options(of source: FormSource) -> [ChoiceOption<String>]? {
        switch source {
        case .anyObject: objects(nil)
        case .object(let machine): objects(machine)
        case .plannedMilestones: plannedMilestones
        case .indicators: indicators
        case .instruments: instruments
        case .criteria:
            (file["terms"]?["rubric"]?.array ?? []).compactMap {
                option($0["code"]?.string, $0["name"]?.string)
            }
        case .termFields:
            Terms.fields.map {
                ChoiceOption(
                    $0.name,
                    SafeText(wording.label($0.name, in: Machine.challenge.rawValue)))
            }
        case .transactions: transactions
        case .budgetLines: budgetLines
        case .persons, .openers, .organisations, .parties, .pools, .cases, .chains, .files: nil
        }
    }

    private func option(
        _ id: String?, _ title: String?, _ detail: String = ""
    ) -> ChoiceOption<String>? {
        id.map { ChoiceOption($0, SafeText(title ?? $0), detail: SafeText(detail)) }
    }

    /// Every object that the file lists, of one machine or of all.
    private func objects(_ wanted: Machine?) -> [ChoiceOption<String>] {
        var found: [ChoiceOption<String>] = []
        collect(file, wanted, &found)
        return found
    }

    private func collect(
        _ json: JSON, _ wanted: Machine?, _ found: inout [ChoiceOption<String>]
    ) {
        for (name, value) in (json.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            for row in value.array ?? [] {
                if let machine = CaseSection.machines[name],
                    let id = row["id"]?.string ?? row["anonymous"]?.string,
                    wanted == nil || machine == wanted
                {
                    let object = ObjectReference(machine, id)
                    found.append(
                        ChoiceOption(
                            wanted == nil ? object.text : id,
                            SafeText(wording.object(object.text)),
                            detail: SafeText(detail(row, of: machine))))
                }
                collect(row, wanted, &found)
            }
        }
    }

    private func detail(_ row: JSON, of machine: Machine) -> String {
        let names = ["title", "bidderName", "payeeName", "person", "question"]
        let called = names.lazy.compactMap { row[$0]?.string }.first
        let kind = row["kind"]?.string.map { wording.choice($0, of: "kind") }
        let words = called.map { wording.value(.string($0), of: "title") } ?? kind ?? ""
        let state = row["state"]?.string.map { wording.state($0, of: machine.rawValue) } ?? ""
        return [words, state].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Those of the contracts' texts, and those that stand already.
    private var plannedMilestones: [ChoiceOption<String>] {
        var found: [ChoiceOption<String>] = []
        for contract in file["contracts"]?.array ?? [] where !contract.isEndedContract {
            for plan in contract["text"]?["plans"]?.array ?? [] {
                guard let id = contract["id"]?.string, let sequence = plan["sequence"]?.integer
                else { continue }
                // Lanes of a race may call theirs alike.
                let number = "\(id).\(sequence)"
                let title = plan["title"]?.string.map { number + " " + $0 }
                found += [option(number, title)].compactMap(\.self)
            }
        }
        let standing = (file["milestones"]?.array ?? []).compactMap {
            option($0["id"]?.string, $0["title"]?.string)
        }
        return found + standing.filter { one in !found.contains { $0.id == one.id } }
    }

    /// Of the terms; of the protocols for a laboratory that is shown no terms.
    private var indicators: [ChoiceOption<String>] {
        let listed = file["terms"]?["indicators"]?.array ?? []
        let tested = (file["verifications"]?.array ?? []).flatMap {
            $0["protocol"]?["items"]?.array ?? []
        }
        var seen: Set<Int64> = []
        return (listed + tested).compactMap { row in
            guard let number = row["number"]?.integer ?? row["indicator"]?.integer,
                seen.insert(number).inserted
            else { return nil }
            return ChoiceOption(
                String(number),
                IndicatorWords(row, wording).title)
        }
    }

    private var instruments: [ChoiceOption<String>] {
        var seen: Set<String> = []
        let rows = (file["verifications"]?.array ?? []).reversed().flatMap {
            ($0["instruments"]?.array ?? []) + ($0["protocol"]?["instruments"]?.array ?? [])
        }
        return rows.compactMap { row in
            guard let number = row["number"]?.string, seen.insert(number).inserted else {
                return nil
            }
            let until = row["calibratedUntil"]?.string ?? ""
            return option(
                number, row["name"]?.string.map { "\(number) \($0)" },
                wording.label("calibratedUntil") + " " + until)
        }
    }

    /// Transactions that their buyer has confirmed: a rating rests on one (E3).
    private var transactions: [ChoiceOption<String>] {
        (file["evaluations"]?.array ?? []).flatMap { $0["evidence"]?.array ?? [] }
            .filter { $0["confirmed"]?.boolean == true && $0["kind"]?.string != "rating" }
            .compactMap { row in
                let kind = row["kind"]?.string.map { wording.choice($0, of: "kind") } ?? ""
                let amount = row["amount"]?.integer.map { wording.money(Money(fen: $0)) } ?? ""
                return option(
                    row["id"]?.string,
                    [kind, row["number"]?.string ?? "", amount]
                        .joined(separator: " "))
            }
    }

    private var budgetLines: [ChoiceOption<String>] {
        (file["contracts"]?.array ?? []).flatMap { $0["text"]?["budgetLines"]?.array ?? [] }
            .compactMap { option($0["name"]?.string, $0["name"]?.string) }
    }
}

/// An indicator in a line: `1 单元总摩擦力矩 ≤ 0.45 N·m`.
struct IndicatorWords {
    private let row: JSON
    private let wording: ValueWording

    init(_ row: JSON, _ wording: ValueWording) {
        self.row = row
        self.wording = wording
    }

    var title: SafeText {
        let number = row["number"]?.integer ?? row["indicator"]?.integer ?? 0
        return SafeText("\(number) \(row["name"]?.string ?? "")  \(demand)")
    }

    /// `≤ 0.45 N·m`, `20…40 ℃`; of a requirement without number its word.
    var demand: String {
        let unit = row["unit"]?.string.map { " " + $0 } ?? ""
        let target = row["target"]?.string ?? "–"
        switch row["comparator"]?.string.flatMap(Comparator.init(rawValue:)) {
        case .atLeast: return "≥ \(target)\(unit)"
        case .atMost: return "≤ \(target)\(unit)"
        case .above: return "> \(target)\(unit)"
        case .below: return "< \(target)\(unit)"
        case .equal: return "= \(target)\(unit)"
        case .range: return "\(target)…\(row["upper"]?.string ?? "–")\(unit)"
        case .fulfilled: return wording.choice(Comparator.fulfilled.rawValue, of: "comparator")
        case nil: return ""
        }
    }

    /// Whether it has to be met: `必达`, `期望`.
    var must: SafeText {
        SafeText(wording.texts.text(row["must"]?.boolean == true ? "tui.must" : "tui.desirable"))
    }
}

extension JSON {
    /// A contract's file, of which no milestone will be tested any more.
    var isEndedContract: Bool {
        self["state"]?.string.flatMap(ContractState.init(rawValue:))?.isTerminal ?? false
    }
}
