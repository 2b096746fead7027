import BoardDomain
import BoardService
import TerminalKit

/// A leaf of a file. Those that the viewer may not see are not there.
enum CaseTab: String, CaseIterable, Sendable {
    /// Of a case: what is asked for.
    case terms
    /// Of every other stream: what there is of it.
    case file
    case argument, questions, bids, panel, notices, contract, verification, evaluation, payouts
    /// What waits for signatures.
    case waiting
    case documents, timeline
    /// What the viewer may do in it.
    case may

    /// The sections of a file whose objects a tab lists.
    var sections: [String] {
        switch self {
        case .argument: ["argument"]
        case .questions: ["questions"]
        case .bids: ["bids"]
        case .panel: ["panels", "sheets"]
        case .notices: ["notices", "objections"]
        case .contract: ["contracts", "milestones", "gates"]
        case .verification: ["verifications"]
        case .evaluation: ["evaluations"]
        case .payouts: ["payouts"]
        case .terms, .file, .waiting, .documents, .timeline, .may: []
        }
    }

    /// Those that a viewer's file has.
    static func tabs(of content: CaseContent) -> [CaseTab] {
        let file = content.file
        guard content.stream.kind == .challenge else {
            return [.file, .documents, .timeline] + (content.options.isEmpty ? [] : [.may])
        }
        return allCases.filter { tab in
            switch tab {
            case .terms, .documents, .timeline: true
            case .file: false
            case .waiting: file["waiting"] != nil
            case .may: content.options.contains { !$0.isOthers }
            default: tab.sections.contains { file[$0] != nil }
            }
        }
    }

    /// Whether it is all one long list, with what a row is about on a wide screen alone.
    var isLong: Bool { self == .timeline || self == .may }

    /// Whether the events have to be known.
    var needsTimeline: Bool { self == .timeline || self == .documents }

    func title(_ setting: Setting) -> SafeText { setting.text("tui.case.tab." + rawValue) }
}

extension CaseContent {
    /// The rows of a tab; those of `documents` and `timeline` come with the events.
    func entries(of tab: CaseTab) -> [CaseEntry] {
        switch tab {
        case .terms:
            return (file["terms"]?["indicators"]?.array ?? []).enumerated().map { place, json in
                CaseEntry(
                    id: "indicator/\(json["number"]?.integer ?? Int64(place + 1))", .part(json))
            }
        case .waiting:
            return objects("waiting").map { json in
                CaseEntry(
                    id: "\(json["object"]?.string ?? "") \(json["rule"]?.string ?? "")", .part(json)
                )
            }
        case .may:
            return options.filter { !$0.isOthers }.enumerated().sorted { left, right in
                left.element.isAllowed == right.element.isAllowed
                    ? left.offset < right.offset : left.element.isAllowed
            }.map { CaseEntry(id: $0.element.id, .option($0.element)) }
        case .file:
            return CaseSection.machines.keys.sorted().flatMap { entries(ofSection: $0) }
        case .panel:
            return objects("panels").flatMap { panel in
                [CaseEntry(.panel, panel)]
                    + (panel["seats"]?.array ?? []).map { CaseEntry(.seat, $0) }
            }
                + objects("sheets").enumerated().map { place, sheet in
                    // Of a sheet that is not his own a bidder is not told the number.
                    sheet["id"] == nil
                        ? CaseEntry(id: "lines/\(place + 1)", .part(sheet))
                        : CaseEntry(.sheet, sheet)
                }
        case .evaluation:
            return objects("evaluations").flatMap { evaluation in
                [CaseEntry(.evaluation, evaluation)]
                    + (evaluation["evidence"]?.array ?? []).map { CaseEntry(.evidence, $0) }
            }
        case .contract: return contractEntries
        default: return tab.sections.flatMap { entries(ofSection: $0) }
        }
    }

    private func entries(ofSection name: String) -> [CaseEntry] {
        guard let machine = CaseSection.machines[name] else { return [] }
        return objects(name).map { CaseEntry(machine, $0) }
    }

    /// Each contract with its milestones below it, then what is decided between lanes.
    private var contractEntries: [CaseEntry] {
        let milestones = entries(ofSection: "milestones")
        let contracts = entries(ofSection: "contracts")
        let own = { (contract: CaseEntry) in
            milestones.filter {
                $0.json["id"]?.string?.hasPrefix("\(contract.object?.id ?? "").") == true
            }
        }
        let listed = contracts.flatMap { [$0] + own($0) }
        let known = Set(listed.map(\.id))
        return listed + milestones.filter { !known.contains($0.id) } + entries(ofSection: "gates")
    }
}
