import BoardDomain

/// Fields of a form that belong together, under one heading; a step where a form is filled in by steps.
struct FormSection: Hashable, Sendable {
    /// The key of its heading, `tui.section.<key>`.
    let key: String
    let names: [String]

    /// The sections of a form in their order. Fields that no section names come first, without a heading
    /// of their own.
    static func plan(_ uses: [FieldUse], in context: String) -> [FormSection] {
        let names = uses.map(\.name)
        let declared = byContext[context] ?? []
        let sections = (declared + [reasons]).compactMap { section -> FormSection? in
            let present = section.names.filter(names.contains)
            return present.isEmpty ? nil : FormSection(key: section.key, names: present)
        }
        let placed = Set(sections.flatMap(\.names))
        let others = names.filter { !placed.contains($0) }
        guard !others.isEmpty else { return sections }
        return [FormSection(key: "main", names: others)] + sections
    }

    private static let reasons = FormSection(key: "reasons", names: ["reason", "clause"])

    private static let byContext: [String: [FormSection]] = [
        Machine.challenge.rawValue: terms + [
            FormSection(key: "argument", names: ["argumentExperts"]),
            FormSection(key: "pledges", names: ["integrityPledge", "unclassifiedPledge"]),
        ],
        Machine.contract.rawValue: [
            FormSection(key: "contractBasics", names: ["type", "lead"]),
            FormSection(
                key: "money",
                names: [
                    "amount", "countyShare", "enterpriseShare", "provinceShare", "lumpSum",
                    "budgetLines", "integrityPledge", "exclusionsKept",
                ]),
            FormSection(key: "plans", names: ["plans"]),
            FormSection(key: "rights", names: ["rightsOwner", "ipClause"]),
            FormSection(key: "pledge", names: ["pledge"]),
        ],
        Machine.verification.rawValue: [
            FormSection(key: "protocolItems", names: ["milestone", "items", "passRule"]),
            FormSection(
                key: "protocolCourse",
                names: ["sampleSize", "conditions", "stopRule", "stopAfterRuns"]),
            FormSection(key: "runCourse", names: ["startedAt", "scheduledAt", "site", "operator"]),
            FormSection(key: "instruments", names: ["instruments", "laboratory", "booking"]),
            FormSection(key: "values", names: ["values", "runs"]),
            FormSection(key: "documents", names: ["rawFiles", "report", "evidence"]),
        ],
        BidForm.context: [
            FormSection(
                key: "offer",
                names: [
                    "amount", "countyShare", "periodMonths", "readinessNow", "approach",
                    "tradeSecret",
                ]),
            FormSection(key: "responses", names: ["responses"]),
            FormSection(key: "plans", names: ["milestonesProposed"]),
            FormSection(key: "consortium", names: ["consortium", "team", "contact"]),
            FormSection(key: "documents", names: ["attachmentFiles"]),
            FormSection(key: "pledges", names: ["pledge"]),
        ],
    ]

    private static let terms: [FormSection] = [
        FormSection(
            key: "basics",
            names: [
                "title", "enterprise", "enterpriseName", "contact", "topicClass", "chain",
                "background",
            ]),
        FormSection(
            key: "need",
            names: [
                "indicators", "indicatorNotes", "readinessNow", "readinessTarget",
                "deliverables",
            ]),
        FormSection(
            key: "money", names: ["enterpriseShare", "countyShare", "provinceShare"]),
        FormSection(
            key: "call",
            names: [
                "mode", "lanes", "term", "minBids", "cooperation", "showBidCount",
            ]),
        FormSection(
            key: "conditions",
            names: [
                "intellectualProperty", "solverConditions", "confidentiality", "avoidance",
                "ethics",
            ]),
        FormSection(key: "rubric", names: ["rubric", "rubricThreshold", "trimmedMean"]),
    ]
}
