import BoardDomain
import BoardService

/// Where a field's value is picked from: people, organisations, objects of the case, files. What is picked
/// may be typed as well.
enum FormSource: Hashable, Sendable {
    /// Of these roles; of any where none is named.
    case persons(Set<Role>)
    /// Who may open bids and has a key for it.
    case openers
    /// Of these kinds; of any where none is named.
    case organisations(Set<OrganisationKind>)
    /// A person or an organisation.
    case parties
    /// Any object of the case, as `bid/K7QM`.
    case anyObject
    /// An object of one machine, by its number alone.
    case object(Machine)
    /// A milestone of a contract's text, which may not stand yet.
    case plannedMilestones
    case indicators
    case instruments
    case criteria
    /// The names of the terms' own fields.
    case termFields
    /// A confirmed transaction of an evaluation.
    case transactions
    case budgetLines
    case pools
    case cases
    case chains
    /// A file of the person's own.
    case files

    /// Of a field, by its name and the command or record that has it; nil where it is only typed.
    static func of(_ name: String, in context: String, command: String) -> FormSource? {
        byPlace["\(command).\(name)"] ?? byPlace["\(context).\(name)"] ?? byName[name]
    }

    /// Whether typing filters what there is to pick. Elsewhere one types freely and may look.
    var isFiltered: Bool {
        switch self {
        case .parties, .chains, .budgetLines, .files: false
        default: true
        }
    }

    private static let byName: [String: FormSource] = [
        "person": .persons([]), "assignee": .persons([.caseOfficer]),
        "liaison": .persons([.liaison]), "argumentExperts": .persons([.argumentExpert]),
        "lead": .persons([.bidder]), "operator": .persons([.workshop, .laboratory]),
        "expert": .persons([.panelExpert]), "successor": .persons([]),
        "openerPersons": .openers,
        "misconductBy": .parties, "against": .parties, "avoided": .parties,
        "avoidance": .parties,
        "enterprise": .organisations([.enterprise]), "controller": .organisations([]),
        "laboratory": .organisations([.laboratory]), "counterparty": .organisations([]),
        "creditCode": .organisations([]), "organisation": .organisations([]),
        "object": .anyObject, "bid": .object(.bid), "criterion": .criteria,
        "evaluation": .object(.evaluation), "transaction": .transactions,
        "pool": .pools, "nextPool": .pools, "challenge": .cases, "chain": .chains,
        "chains": .chains, "budgetLine": .budgetLines,
        "contentFile": .files, "attachmentFiles": .files,
    ]

    /// Names that mean several things, by `command.name`, `machine.name` or `record.name`.
    private static let byPlace: [String: FormSource] = [
        "merge.successor": .organisations([]), "merge.into": .object(.question),
        "merge-objection.into": .object(.objection),
        "name-argument-expert.person": .persons([.argumentExpert]),
        "name-supervisor.person": .persons([.supervisor]),
        "report-misconduct.target": .parties,
        "draft-protocol.milestone": .plannedMilestones,
        "items.indicator": .indicators, "values.indicator": .indicators,
        "plans.indicators": .indicators, "indicatorChanges.number": .indicators,
        "record-run.instruments": .instruments, "abort-run.instruments": .instruments,
        "runs.instruments": .instruments, "corrections.field": .termFields,
        "contracts.organisation": .organisations([]),
    ]
}

extension FieldShape {
    /// Whether a list of it is chosen from all there is at once, in any order.
    func isPickedTogether(_ source: FormSource?) -> Bool {
        switch (self, source) {
        case (.choice, _), (_, .indicators?), (_, .instruments?): true
        default: false
        }
    }
}
