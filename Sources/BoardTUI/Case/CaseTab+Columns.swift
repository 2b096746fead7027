import BoardDomain
import BoardService
import TerminalKit

extension CaseTab {
    /// Those for which a terminal of so many columns has room.
    func columns(on width: Int) -> [CaseColumn] { columns.filter { $0.least <= width } }

    private var columns: [CaseColumn] {
        switch self {
        case .terms: Self.indicatorColumns
        case .file: [.object(24), Self.what, Self.since, .state]
        case .argument:
            [
                .object(14), .member("person", .fill()), Self.flag("chair"), .state,
                .member("vote", .length(10)),
            ]
        case .questions:
            [
                .object(14), .state, .member("question", .fill(2)),
                .member("answer", .fill(2), least: 100),
            ]
        case .bids: Self.bidColumns
        case .panel:
            [
                .object(18), Self.judge, Self.flag("chair"), Self.flag("technical", least: 90),
                .member("round", .length(4), align: .trailing), .state,
            ]
        case .notices:
            [
                .object(14), .member("kind", .length(12)), Self.period, .state,
                Self.words,
            ]
        case .contract: Self.contractColumns
        case .verification: Self.verificationColumns
        case .evaluation:
            [
                .object(16), .member("kind", .length(14)), .member("counterparty", .fill()),
                Self.amount, .member("grade", .length(10)), .state,
            ]
        case .payouts:
            [
                .object(14), .member("payeeName", .fill()), Self.amount,
                .member("pool", .length(12), least: 90),
                .member("queueRank", .length(8), align: .trailing, least: 100), .state,
            ]
        case .waiting:
            [.object(18), Self.rule, .member("signed", .fill()), Self.day("proposedAt")]
        case .documents: Self.documentColumns
        case .timeline: Self.eventColumns
        case .may: Self.optionColumns
        }
    }

    // MARK: Single columns

    private static func flag(_ name: String, least: Int = 0) -> CaseColumn {
        CaseColumn(title: "tui.case.column." + name, width: .length(6), least: least) {
            entry, _ in StyledText(entry.json[name]?.boolean == true ? "✓" : .empty)
        }
    }

    private static func day(_ name: String) -> CaseColumn {
        CaseColumn(title: "tui.case.column." + name, width: .length(16)) { entry, words in
            words.day(entry.json[name])
        }
    }

    private static let amount = CaseColumn(
        title: "tui.case.column.amount", width: .length(12), align: .trailing
    ) { entry, words in words.money(entry.json["amount"]) }

    private static let rule = CaseColumn(title: "cli.timeline.rule", width: .length(12)) {
        entry, _ in StyledText(SafeText(entry.json["rule"]?.string ?? ""))
    }

    private static let judge = CaseColumn(title: "tui.case.column.person", width: .fill()) {
        entry, words in
        words.value(entry.json["person"] == nil ? "expert" : "person", of: entry)
    }

    private static let period = CaseColumn(title: "tui.case.column.period", width: .length(23)) {
        entry, words in
        let days = ["start", "end"].compactMap { name -> String? in
            entry.json[name]?.string.map { String((Instant(text: $0)?.day.text ?? $0)) }
        }
        return StyledText(SafeText(days.joined(separator: " – ")))
    }

    private static let words = CaseColumn(title: "tui.case.column.text", width: .fill(), least: 90)
    {
        entry, words in words.value(entry.json["text"] == nil ? "facts" : "text", of: entry)
    }

    /// What any object is about, by whichever member tells it.
    private static let what = CaseColumn(title: "tui.case.column.what", width: .fill()) {
        entry, words in
        let telling = ["title", "person", "organisation", "filer", "amount", "text"]
        let names = telling.filter { entry.json[$0] != nil }.prefix(2)
        let role = entry.json["role"]?.string.map { words.wording.choice($0, of: "role") + " " }
        let text = names.map { words.value($0, of: entry).text.string }.joined(separator: " ")
        return StyledText(SafeText((role ?? "") + text))
    }

    private static let since = CaseColumn(
        title: "tui.case.column.since", width: .length(16), least: 90
    ) { entry, words in words.day(entry.json["from"] ?? entry.json["start"]) }

    // MARK: Tables

    private static let indicatorColumns: [CaseColumn] = [
        .member("number", .length(4), align: .trailing), .member("name", .fill(3)),
        CaseColumn(title: "tui.case.column.target", width: .length(18)) { entry, words in
            StyledText(words.target(entry.json))
        },
        .member("current", .length(12)),
        .member("weight", .length(4), align: .trailing),
        flag("must"), .member("method", .fill(3), least: 100),
    ]

    private static let bidColumns: [CaseColumn] = [
        .object(16), .member("bidderName", .fill()), amount,
        .member("rank", .length(4), align: .trailing),
        .member("total", .length(8), align: .trailing),
        CaseColumn(title: "tui.case.column.sealedAt", width: .length(16), least: 120) {
            entry, words in
            words.value("sealedAt", of: entry)
        },
        .state,
    ]

    private static let contractColumns: [CaseColumn] = [
        .object(16),
        CaseColumn(title: "tui.case.column.what", width: .fill()) { entry, words in
            words.value(entry.machine == .contract ? "bidderName" : "title", of: entry)
        },
        CaseColumn(title: "tui.case.column.share", width: .length(12), align: .trailing) {
            entry, words in
            entry.machine == .contract
                ? words.money(entry.json["amount"]) : words.value("basisPoints", of: entry)
        },
        CaseColumn(title: "tui.case.column.due", width: .length(16)) { entry, words in
            words.day(entry.machine == .contract ? end(of: entry.json) : entry.json["due"])
        },
        .state,
    ]

    /// When the last of a contract's milestones is due; nil for whoever does not see its text.
    private static func end(of contract: JSON) -> JSON? {
        (contract["text"]?["plans"]?.array ?? []).compactMap { $0["due"]?.string }.max()
            .map(JSON.string)
    }

    private static let verificationColumns: [CaseColumn] = [
        .object(16),
        CaseColumn(title: "tui.case.column.milestone", width: .fill()) { entry, words in
            let milestone = ObjectReference(.milestone, entry.json["milestone"]?.string ?? "")
            return StyledText(SafeText(words.wording.object(milestone)))
        },
        CaseColumn(title: "tui.case.column.runs", width: .length(10), align: .trailing) {
            entry, _ in
            let runs = entry.json["runs"]?.array ?? []
            let measured = runs.count { $0["aborted"]?.boolean != true }
            let sample = entry.json["protocol"]?["sampleSize"]?.integer
            return StyledText(
                SafeText("\(measured)" + (sample.map { "/\($0)" } ?? "")))
        },
        CaseColumn(title: "tui.case.column.passed", width: .length(6)) { entry, words in
            words.passed(entry.json["passed"]?.boolean)
        },
        .state,
    ]
}
