import BoardDomain
import BoardService

/// What the forms of the workshop begin with: out of the list, the contract's plan and the protocol.
struct VerificationPreset {
    private let command: String
    private let file: JSON
    private let subject: ObjectReference
    private let material: FormMaterial
    private let now: Instant

    init(_ preset: FormPreset) {
        command = preset.command
        file = preset.material.file
        subject = preset.subject
        material = preset.material
        now = preset.now
    }

    private var object: JSON { CaseSection.object(subject, in: file) ?? .object([:]) }

    private var items: [JSON] { object["protocol"]?["items"]?.array ?? [] }

    /// As booked, otherwise as the protocol names them.
    private var instruments: JSON? { object["instruments"] ?? object["protocol"]?["instruments"] }

    var members: [String: JSON] {
        switch command {
        case "draft-protocol": draft
        case "schedule":
            [
                "instruments": object["protocol"]?["instruments"] ?? .array([]),
                "scheduledAt": earliestTest.json,
            ]
        case "record-run": run.merging(["values": values]) { $1 }
        case "abort-run": run
        case "report-retest":
            [
                "runs": .array(
                    (0..<(object["protocol"]?["sampleSize"]?.integer ?? 1)).map { _ in
                        .object(run.merging(["values": values]) { $1 })
                    }), "instruments": object["protocol"]?["instruments"] ?? .array([]),
            ]
        default: [:]
        }
    }

    // MARK: The protocol

    private struct Plan {
        let milestone: String
        let indicators: [Int64]
    }

    /// The planned milestone that needs a verification and has none that is under way.
    private var plan: Plan? {
        let busy = Set((file["verifications"]?.array ?? []).compactMap { $0["milestone"]?.string })
        for contract in file["contracts"]?.array ?? [] where !contract.isEndedContract {
            for plan in contract["text"]?["plans"]?.array ?? [] {
                guard let id = contract["id"]?.string, let sequence = plan["sequence"]?.integer,
                    plan["needsVerification"]?.boolean == true,
                    !busy.contains("\(id).\(sequence)")
                else { continue }
                return Plan(
                    milestone: "\(id).\(sequence)",
                    indicators: (plan["indicators"]?.array ?? []).compactMap(\.integer))
            }
        }
        return nil
    }

    /// Every must of the milestone, as listed; one run at least, all of them passed.
    private var draft: [String: JSON] {
        let plan = plan
        let listed = file["terms"]?["indicators"]?.array ?? []
        let wanted = listed.filter { row in
            guard let number = row["number"]?.integer else { return false }
            let isBound = plan.map { $0.indicators.contains(number) } ?? true
            return isBound && (row["must"]?.boolean == true || plan != nil)
        }
        var members: [String: JSON] = [
            "items": .array(wanted.compactMap { row in row["number"].map { ["indicator": $0] } }),
            "passRule": .string(PassRule.every.rawValue),
        ]
        members["milestone"] = plan.map { .string($0.milestone) }
        let needed = wanted.compactMap { $0["instrument"]?.string }
        if !needed.isEmpty {
            members["instruments"] = .array(
                Set(needed).sorted().map { ["name": .string($0)] })
        }
        return members
    }

    // MARK: The runs

    /// The first morning of which the parties can still be told in time (T5).
    private var earliestTest: Instant {
        guard let policy = material.policy, let calendar = material.calendar else { return now }
        let last = calendar.workdays(
            policy[.verificationNoticeWorkdays], after: now.day, counting: .excluded
        ).last
        return last.at(hour: 9)
    }

    private var run: [String: JSON] {
        let numbers = (instruments?.array ?? []).compactMap { $0["number"] }
        var members: [String: JSON] = [
            "startedAt": now.json, "site": .string(RunSite.line.rawValue),
        ]
        if !numbers.isEmpty { members["instruments"] = .array(numbers) }
        return members
    }

    /// One row for each indicator of the protocol, with its unit: only the reading is left to be typed.
    private var values: JSON {
        .array(
            items.map { item in
                var row: [String: JSON] = [:]
                row["indicator"] = item["indicator"]
                if item["comparator"]?.string != Comparator.fulfilled.rawValue {
                    row["unit"] = item["unit"]
                }
                return .object(row)
            })
    }
}
