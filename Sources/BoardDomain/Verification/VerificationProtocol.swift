/// How the runs of a verification are held against a target: part of what is frozen.
package enum PassRule: String, ChoiceValue {
    /// Every measured run reaches the target: the worst run decides.
    case every
    /// The mean of all measured runs reaches the target, compared without rounding.
    case mean
}

/// 验题大纲: what is tested, how often, with what, when it stops and when it is passed.
///
/// Its canonical JSON is what the parties sign and what the digest of ProtocolFrozen covers.
package struct VerificationProtocol: RecordValue {
    package let items: [ProtocolItem]
    /// Measured runs that a verdict needs (V3).
    package let sampleSize: Int
    package let conditions: String
    package let instruments: [Instrument]
    /// In words, for the people on the line.
    package let stopRule: String
    /// Runs, aborted ones with them, after which the test may stop; nil for the sample alone.
    package let stopAfterRuns: Int?
    package let passRule: PassRule
    /// The laboratory that takes part, by its unified code.
    package let laboratory: String?

    init(
        items: [ProtocolItem], sampleSize: Int, conditions: String, instruments: [Instrument],
        stopRule: String, stopAfterRuns: Int?, passRule: PassRule, laboratory: String?
    ) {
        self.items = items
        self.sampleSize = sampleSize
        self.conditions = conditions
        self.instruments = instruments
        self.stopRule = stopRule
        self.stopAfterRuns = stopAfterRuns
        self.passRule = passRule
        self.laboratory = laboratory
    }

    package static let items = Field<[ProtocolItem]>("items")
    package static let sampleSize = Field<Int>("sampleSize", .integer(1...10_000))
    package static let conditions = Field<String>("conditions", .text(4000))
    package static let instruments = Field<[Instrument]>("instruments")
    package static let stopRule = Field<String>("stopRule", .text(2000))
    package static let stopAfterRuns = Field<Int>("stopAfterRuns", .integer(1...10_000))
    package static let passRule = Field<PassRule>("passRule")
    package static let laboratory = Field<String>("laboratory", .unifiedCode)

    package static let fields: [FieldUse] = [.required(items)] + frame

    /// What a draft gives beside the indicators.
    static let frame: [FieldUse] = [
        .required(sampleSize), .required(conditions), .required(instruments), .required(stopRule),
        .optional(stopAfterRuns), .required(passRule), .optional(laboratory),
    ]

    package init?(record: Record) {
        guard let sampleSize = record[Self.sampleSize], let conditions = record[Self.conditions],
            let stopRule = record[Self.stopRule], let passRule = record[Self.passRule]
        else { return nil }
        self.init(
            items: record[Self.items], sampleSize: sampleSize, conditions: conditions,
            instruments: record[Self.instruments], stopRule: stopRule,
            stopAfterRuns: record[Self.stopAfterRuns], passRule: passRule,
            laboratory: record[Self.laboratory])
    }

    package var record: Record {
        Record {
            $0[Self.items] = items
            $0[Self.sampleSize] = sampleSize
            $0[Self.conditions] = conditions
            $0[Self.instruments] = instruments
            $0[Self.stopRule] = stopRule
            $0[Self.stopAfterRuns] = stopAfterRuns
            $0[Self.passRule] = passRule
            $0[Self.laboratory] = laboratory
        }
    }

    package func item(_ indicator: Int) -> ProtocolItem? {
        items.first { $0.indicator == indicator }
    }
}
