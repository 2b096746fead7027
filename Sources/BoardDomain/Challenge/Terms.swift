/// The four classes of a challenge (精准选题); mandatory when it is submitted.
package enum TopicClass: String, ChoiceValue {
    /// 产业发展痛点, 企业转型难点, 技术创新卡点, 未来布局重点.
    case industryPain, transitionDifficulty, innovationBottleneck, futureLayout
}

/// How the call is answered: one winner, several lanes that race, or a scenario that is opened.
package enum CallMode: String, ChoiceValue { case single, racing, scenario }

/// How far the text of a challenge may be shown.
package enum Confidentiality: String, ChoiceValue { case open, bidders, restricted }

/// What a challenge asks for: one version of its content, kept whole in the event that set it.
///
/// The typed view of the fields that `create`, `revise`, `submit`, `send-to-argument` and `amend`
/// take; a draft may leave most of them out, `submit` may not (C2).
package struct Terms: Hashable, Sendable, Codable {
    package let record: Record

    package init(record: Record) { self.record = record }

    package var title: String { record[F.title, default: ""] }
    package var topicClass: TopicClass? { record[F.topicClass] }
    package var chain: String { record[F.chain, default: ""] }
    package var indicators: [Indicator] { record[F.indicators] }
    package var musts: [Indicator] { indicators.filter(\.isMust) }
    /// 榜额: the sum of the three shares.
    package var budget: Money { enterpriseShare + countyShare + provinceShare }
    package var enterpriseShare: Money { record[F.enterpriseShare, default: .zero] }
    package var countyShare: Money { record[F.countyShare, default: .zero] }
    package var provinceShare: Money { record[F.provinceShare, default: .zero] }
    package var mode: CallMode { record[F.mode, default: .single] }
    /// How many winners there may be: 1 unless the call is a race.
    package var lanes: Int { mode == .racing ? record[F.lanes, default: 2] : 1 }
    package var readinessNow: Int? { record[F.readinessNow] }
    package var readinessTarget: Int? { record[F.readinessTarget] }
    package var term: Day? { record[F.term] }
    package var confidentiality: Confidentiality { record[F.confidentiality, default: .open] }
    /// Persons and organisations that the enterprise asks to keep off the panel, with the reason.
    package var avoidance: [String] { record[F.avoidance] }
    /// The rubric as listed; the policy's where the list names none.
    package var rubric: [Criterion] { record[F.rubric] }

    /// The fields of the terms, all optional here; `Terms.mandatory` names what a submission needs.
    package static let fields: [FieldUse] = [
        .optional(F.title), .optional(F.topicClass), .optional(F.chain), .optional(F.background),
        .optional(F.indicators), .optional(F.indicatorNotes), .optional(F.readinessNow),
        .optional(F.readinessTarget), .optional(F.deliverables), .optional(F.enterpriseShare),
        .optional(F.countyShare), .optional(F.provinceShare), .optional(F.mode),
        .optional(F.lanes), .optional(F.intellectualProperty), .optional(F.term),
        .optional(F.solverConditions), .optional(F.confidentiality), .optional(F.avoidance),
        .optional(F.ethics), .optional(F.minBids), .optional(F.cooperation), .optional(F.rubric),
        .optional(F.rubricThreshold), .optional(F.trimmedMean), .optional(F.showBidCount),
    ]

    package static let mandatory: [String] = [
        F.title.name, F.topicClass.name, F.chain.name, F.background.name, F.indicators.name,
        F.readinessNow.name, F.readinessTarget.name, F.deliverables.name, F.enterpriseShare.name,
        F.mode.name, F.intellectualProperty.name, F.term.name, F.solverConditions.name,
        F.confidentiality.name,
    ]

    package func merging(_ other: Record) -> Terms {
        let known = Set(Self.fields.map(\.name))
        return Terms(
            record: record.merging(Record(other.members.filter { known.contains($0.key) })))
    }
}

/// One line of the scoring rubric; the weights of all lines are 100.
package struct Criterion: RecordValue {
    /// `2.1`: unique in the rubric.
    package let code: String
    package let name: String
    package let weight: Int
    /// The most that an expert can give.
    package let maximum: Int
    /// Below this an expert has to say why; 0 for never.
    package let commentBelow: Int
    /// The least that a bid may have on average; 0 for none.
    package let minimum: Int
    /// What it speaks of, for the order of ties: `indicators`, `readiness` or ``.
    package let aspect: String

    package static let code = Field<String>("code", .text(20))
    package static let name = Field<String>("name", .text(100))
    package static let weight = Field<Int>("weight", .integer(1...100))
    package static let maximum = Field<Int>("maximum", .integer(1...100))
    package static let commentBelow = Field<Int>("commentBelow", .integer(0...100))
    package static let minimum = Field<Int>("minimum", .integer(0...100))
    package static let aspect = Field<String>(
        "aspect", .choice(["indicators", "readiness", "other"]))

    package static let fields: [FieldUse] = [
        .required(code), .required(name), .required(weight), .required(maximum),
        .optional(commentBelow), .optional(minimum), .optional(aspect),
    ]

    package init?(record: Record) {
        guard let code = record[Self.code], let name = record[Self.name],
            let weight = record[Self.weight], let maximum = record[Self.maximum]
        else { return nil }
        self.code = code
        self.name = name
        self.weight = weight
        self.maximum = maximum
        commentBelow = record[Self.commentBelow, default: 0]
        minimum = record[Self.minimum, default: 0]
        aspect = record[Self.aspect, default: "other"]
    }

    package var record: Record {
        Record {
            $0[Self.code] = code
            $0[Self.name] = name
            $0[Self.weight] = weight
            $0[Self.maximum] = maximum
            $0[Self.commentBelow] = commentBelow
            $0[Self.minimum] = minimum
            $0[Self.aspect] = aspect
        }
    }
}

extension F {
    package static let title = Field<String>("title", .text(200))
    package static let topicClass = Field<TopicClass>("topicClass")
    package static let chain = Field<String>("chain", .text(40))
    package static let background = Field<String>("background", .text(8000))
    package static let indicators = Field<[Indicator]>("indicators")
    /// Requirements that could not be put as indicators, in the enterprise's words.
    package static let indicatorNotes = Field<String>("indicatorNotes", .text(4000))
    package static let readinessNow = Field<Int>("readinessNow", .integer(1...9))
    package static let readinessTarget = Field<Int>("readinessTarget", .integer(1...9))
    package static let deliverables = Field<String>("deliverables", .text(4000))
    package static let enterpriseShare = Field<Money>("enterpriseShare")
    package static let countyShare = Field<Money>("countyShare")
    package static let provinceShare = Field<Money>("provinceShare")
    package static let mode = Field<CallMode>("mode")
    package static let lanes = Field<Int>("lanes", .integer(1...9))
    package static let intellectualProperty = Field<String>("intellectualProperty", .text(2000))
    /// The day by which the work is to be done.
    package static let term = Field<Day>("term")
    package static let solverConditions = Field<String>("solverConditions", .text(4000))
    package static let confidentiality = Field<Confidentiality>("confidentiality")
    package static let avoidance = Field<[String]>("avoidance", .list(.text(100)))
    package static let ethics = Field<Bool>("ethics")
    package static let minBids = Field<Int>("minBids", .integer(1...9))
    package static let cooperation = Field<String>("cooperation", .text(40))
    package static let rubric = Field<[Criterion]>("rubric")
    /// The least total, of 100, that a bid needs to win.
    package static let rubricThreshold = Field<Int>("rubricThreshold", .integer(0...100))
    package static let trimmedMean = Field<Bool>("trimmedMean")
    package static let showBidCount = Field<Bool>("showBidCount")
}
