import BoardDomain
import BoardService

/// What a form begins with: what stands there already, what the step or the file tells, what the rules make
/// the likely answer. Nothing of it is decided: all can be typed over.
struct FormPreset {
    let subject: ObjectReference
    let command: String
    let material: FormMaterial
    let now: Instant
    /// Who fills it in.
    let person: PersonID?
    /// Words for texts that are suggested.
    let text: @Sendable (String, [String: String]) -> String

    private var file: JSON { material.file }

    /// The object's own part of the file; for one that is being made, nothing.
    private var object: JSON { CaseSection.object(subject, in: file) ?? .object([:]) }

    var record: Record {
        var members = standing
        for (name, value) in told where members[name] == nil { members[name] = value }
        return Record(members)
    }

    // MARK: What stands there already

    /// Commands that put a new text in the place of one that is there.
    private var standing: [String: JSON] {
        switch (subject.machine, command) {
        case (.challenge, "revise"), (.challenge, "submit"), (.challenge, "send-to-argument"),
            (.challenge, "amend"):
            return file["terms"]?.object ?? [:]
        case (.contract, "set-text"), (.contract, "propose-amendment"):
            return object["text"]?.object ?? [:]
        case (.verification, "revise-protocol"):
            return object["protocol"]?.object.map(Self.demands) ?? [:]
        case (.notice, "correct-notice"), (.notice, "correct-cancellation-notice"),
            (.notice, "correct-sanction-notice"):
            return object.object?.filter { ["text", "reasons", "channel"].contains($0.key) } ?? [:]
        case (.person, "set-profile"):
            var profile: [String: JSON] = [:]
            profile["skills"] = file["skills"]
            profile["region"] = file["region"]
            return profile.isEmpty ? [:] : ["profile": .object(profile)]
        default: return [:]
        }
    }

    /// A protocol's items as a draft demands them: only what is stricter than listed is said.
    private static func demands(_ text: [String: JSON]) -> [String: JSON] {
        var text = text
        text["items"] = .array(
            (text["items"]?.array ?? []).map { item in
                .object(
                    (item.object ?? [:]).filter {
                        ["indicator", "target", "upper"].contains($0.key)
                    })
            })
        return text
    }

    // MARK: What is told

    private var told: [String: JSON] {
        switch subject.machine {
        case .challenge: challenge
        case .bid: [:]
        case .panel: panel
        case .contract: contract
        case .milestone: milestone
        case .verification: VerificationPreset(self).members
        case .evidence: evidence
        case .payout: payout
        case .pool: ["year": .integer(Int64(now.day.year))]
        case .notice where command == "publish-notice": channel
        case .appointment where command == "propose-appointment": ["from": now.json]
        case .entitlement where command == "claim": ["policy": "RD-AWARD"]
        default: [:]
        }
    }

    /// The pool of this year, where there is one to pick.
    private var pool: [String: JSON] {
        let pools = material.options[.pools] ?? []
        let one = pools.first { $0.id.contains(String(now.day.year)) } ?? pools.last
        return one.map { ["pool": .string($0.id)] } ?? [:]
    }

    /// How to object: as in the case's last notice.
    private var channel: [String: JSON] {
        let last = (file["notices"]?.array ?? []).last { $0["channel"] != nil }
        return last?["channel"].map { ["channel": $0] } ?? [:]
    }

    private var challenge: [String: JSON] {
        switch command {
        case "create":
            guard let own = material.own.first else { return [:] }
            return material.own.count == 1 ? ["enterprise": .string(own.code)] : [:]
        case "conclude-argument", "relaunch": return pool
        case "publish":
            var members: [String: JSON] = [
                "edition": .string("XC-\(now.day.year)Q\((now.day.civil.month + 2) / 3)")
            ]
            members["deadlineDay"] = earliestDeadline.map { $0.json }
            members[FormPlan.openerPersons.name] = material.openers.json
            return members
        case "extend": return [:]
        case "publish-result": return channel.merging(result) { $1 }
        case "send-to-argument", "reopen":
            let seats = (file["argument"]?.array ?? []).compactMap { $0["person"] }
            return seats.isEmpty ? [:] : ["argumentExperts": .array(seats)]
        default: return [:]
        }
    }

    /// The first day that leaves the call long enough (C9); a later one may be typed.
    private var earliestDeadline: Day? {
        guard let policy = material.policy, let calendar = material.calendar else { return nil }
        let hour = policy[.deadlineHour]
        var day = now.day.adding(policy[.callMinDays])
        if day.at(hour: hour) < now.adding(hours: 24 * policy[.callMinDays]) { day = day.adding(1) }
        return calendar.nextWorkday(onOrAfter: day)
    }

    /// Who is to win, by the ranking, as a sentence to go on from.
    private var result: [String: JSON] {
        let winners = (file["bids"]?.array ?? []).filter { $0["state"]?.string == "proposed" }
        guard let title = file["title"]?.string, !winners.isEmpty else { return [:] }
        let names = winners.compactMap { $0["bidderName"]?.string }.joined(separator: "、")
        return [
            "noticeText": .string(text("tui.preset.result", ["title": title, "winners": names]))
        ]
    }

    private var panel: [String: JSON] {
        guard command == "plan-panel", let policy = material.policy else { return [:] }
        let size = policy[.panelMin]
        let technical = (1...size).first {
            policy[.panelTechnicalShare].isReached(by: $0, of: size)
        }
        return [
            "panelSize": .integer(Int64(size)),
            "technicalSeats": .integer(Int64(technical ?? size)),
        ]
    }

    private var contract: [String: JSON] {
        switch command {
        case "record-registration":
            guard let amount = object["amount"] else { return [:] }
            return ["turnover": amount, "technicalTurnover": amount]
        case "record-share-paid":
            var members: [String: JSON] = ["paidOn": now.day.json]
            members["amount"] = object["enterpriseShare"]
            return members
        case "set-text" where object["text"]?["lead"] == nil:
            // The bidder that drafts its own text leads it, unless somebody else does.
            guard let person, object["bidder"]?.string == material.own.first?.code else {
                return [:]
            }
            return ["lead": .string(person)]
        default: return [:]
        }
    }

    private var milestone: [String: JSON] {
        let due = object["due"]?.string.flatMap(Instant.init(text:))
        switch command {
        case "accept", "approve-part":
            return object["basisPoints"].map { ["basisPoints": $0] } ?? [:]
        case "ask-extension": return due.map { ["newDue": $0.day.adding(months: 1).json] } ?? [:]
        default: return [:]
        }
    }

    private var evidence: [String: JSON] {
        let evaluations = (file["evaluations"]?.array ?? []).compactMap { $0["id"] }
        var members: [String: JSON] = [:]
        if evaluations.count == 1 { members["evaluation"] = evaluations[0] }
        if command == "give-rating", let one = material.options[.transactions], one.count == 1 {
            members["transaction"] = .string(one[0].id)
        }
        return members
    }

    private var payout: [String: JSON] {
        switch command {
        case "submit", "submit-on-behalf":
            return object["payeeName"].map { ["account": ["holder": $0]] } ?? [:]
        case "review":
            var members = pool
            members["amount"] = object["amount"]
            if let reserved = object["pool"], reserved.string?.isEmpty == false {
                members["pool"] = reserved
            }
            return members
        case "order":
            return ["idempotencyKey": .string("\(file["id"]?.string ?? "")-\(subject.id)")]
        case "open-clawback", "receive": return object["amount"].map { ["amount": $0] } ?? [:]
        case "publish-payout": return channel
        default: return [:]
        }
    }
}

extension FormPreset {
    /// Commands of which only what is changed is given: what stands there stays without being said again.
    static func givesChanges(_ machine: Machine, _ command: String) -> Bool {
        switch (machine, command) {
        case (.challenge, "revise"), (.challenge, "submit"), (.challenge, "send-to-argument"),
            (.challenge, "amend"), (.contract, "set-text"), (.contract, "propose-amendment"):
            true
        default: false
        }
    }

    /// The fields of such a command that say something else than what stands there.
    func changes(_ given: Record) -> Record {
        guard Self.givesChanges(subject.machine, command) else { return given }
        let before = standing
        return Record(given.members.filter { before[$0.key] != $0.value })
    }
}
