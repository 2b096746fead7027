import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The content of a bid as a form (`jiebang-bid/1`): one response for each indicator, shares that add up.
///
/// Nothing of it leaves the bidder's hand before it is sealed; until then it is kept in the person's draft alone.
enum BidForm {
    /// The record whose members its fields are: for the words of labels.
    static let context = "bidContent"

    static let amount = Field<Money>("amount")
    static let countyShare = Field<Money>("countyShare")
    static let periodMonths = Field<Int>("periodMonths", .integer(1...120))
    static let readinessNow = Field<Int>("readinessNow", .integer(1...9))
    static let approach = Field<String>("approach", .text(20_000))
    static let tradeSecret = Field<Bool>("tradeSecret")
    static let pledge = Field<Bool>("pledge")
    static let attachments = Field<[String]>("attachmentFiles", .list(.text(400)))
    static let indicator = Field<Int>("indicator", .integer(1...99))
    static let promised = Field<String>("promised", .text(400))

    static let responses = list(
        "responses",
        [
            .required(indicator), .optional(promised),
            .optional(Field<String>("note", .text(1000))),
        ])
    private static let consortium = list(
        "consortium",
        [
            .required(Field<String>("creditCode", .unifiedCode)),
            .required(Field<String>("name", .text(100))),
            .required(Field<Int>("basisPoints", .basisPoints)),
        ])
    private static let team = list(
        "team",
        [
            .required(Field<String>("name", .text(100))),
            .required(Field<String>("role", .text(100))),
            .required(Field<String>("organisation", .text(100))),
        ])
    private static let milestones = list(
        "milestonesProposed",
        [
            .required(Field<String>("title", .text(200))),
            .required(Field<Int>("months", .integer(1...120))),
            .required(Field<Int>("basisPoints", .basisPoints)),
        ])
    private static let contact = FieldUse.required(
        Field<String>(
            "contact",
            .record([
                .required(Field<String>("name", .text(100))),
                .optional(Field<String>("phone", .text(40))),
                .optional(Field<String>("email", .text(100))),
            ])))

    /// A list of records that only this form has.
    private static func list(_ name: String, _ uses: [FieldUse]) -> FieldUse {
        .required(Field<[String]>(name, .list(.record(uses))))
    }

    static let uses: [FieldUse] = [
        .required(amount), .required(countyShare), .required(periodMonths),
        .required(readinessNow), .required(approach), .required(tradeSecret), responses,
        milestones, consortium, team, contact, .optional(attachments), .required(pledge),
    ]

    /// The form of a seal.
    static func plan(_ choice: ActChoice) -> FormPlan {
        var plan = FormPlan(
            choice, uses, FormOutline(context: context, command: choice.command))
        plan.name = .bid
        plan.beside = .terms
        return plan
    }

    // MARK: What it makes

    struct Papers: Sendable {
        let content: BidContent
        let paths: [String]
        let isPledged: Bool
    }

    /// - Throws: `BidContentFault` where the content says something that it may not.
    static func papers(_ members: [String: JSON]) throws -> Papers {
        Papers(
            content: try BidContent(json: json(members)),
            paths: (members[attachments.name]?.array ?? []).compactMap(\.string).map {
                PathText.expanded($0.hasPrefix("@") ? String($0.dropFirst()) : $0)
            },
            isPledged: members[pledge.name]?.boolean ?? false)
    }

    /// What the form's members are in the content's own format.
    static func json(_ members: [String: JSON]) -> JSON {
        var content = members
        content[pledge.name] = nil
        content[attachments.name] = nil
        content["format"] = "jiebang-bid/1"
        content["attachments"] = .array([])
        // What is not answered is left out; whether it may be is for the terms to say (B3).
        content[responses.name] = .array(
            (members[responses.name]?.array ?? []).filter { $0[promised.name] != nil }
                .map { filled($0, ["note"]) })
        content[contact.name] = filled(members[contact.name] ?? .object([:]), ["phone", "email"])
        for list in [consortium.name, team.name, milestones.name] where content[list] == nil {
            content[list] = .array([])
        }
        return .object(content)
    }

    /// With an empty text for what was left out.
    private static func filled(_ record: JSON, _ names: [String]) -> JSON {
        var members = record.object ?? [:]
        for name in names where members[name] == nil { members[name] = "" }
        return .object(members)
    }

    // MARK: What it begins with

    /// A response for each indicator, the own organisation as the whole consortium, the person as lead; of
    /// what was sealed before, all.
    static func preset(
        _ material: FormMaterial, _ setting: Setting
    ) -> (record: Record, titles: [SafeText]) {
        let indicators = material.file["terms"]?["indicators"]?.array ?? []
        let own = material.own.first
        let whole: [JSON] =
            own.map { organisation in
                [
                    [
                        "creditCode": .string(organisation.code),
                        "name": .string(organisation.name),
                        "basisPoints": .integer(BidContent.whole),
                    ]
                ]
            } ?? []
        let record = Record([
            responses.name: .array(
                indicators.map { row in ["indicator": row["number"] ?? .integer(0)] }),
            consortium.name: .array(whole),
            team.name: .array([
                [
                    "name": .string(material.personName),
                    "role": .string(setting.texts.text("tui.bid.lead")),
                    "organisation": .string(own?.name ?? ""),
                ]
            ]),
            contact.name: ["name": .string(material.personName)],
            tradeSecret.name: false,
        ])
        let titles = indicators.map { row in
            let words = IndicatorWords(row, setting.wording)
            return words.title + "  " + words.must
        }
        return (record, titles)
    }

    /// Under which the bidder's own copy of what was sealed is kept, in the person's draft folder.
    static func copyName(_ stream: StreamID, _ bid: ObjectReference) -> String {
        "own copy \(stream.text) \(bid.text)"
    }

    /// What an own copy says, as the form takes it: to seal anew.
    static func restored(_ copy: JSON) -> Record {
        var members = copy["content"]?.object ?? [:]
        var reach = members[contact.name]?.object ?? [:]
        reach["digest"] = nil
        for name in ["phone", "email"] { reach[name] = copy["contact"]?[name] }
        members[contact.name] = .object(reach)
        return Record(members)
    }
}
