/// Where a run took place: a laboratory alone is not enough (V7).
package enum RunSite: String, ChoiceValue { case line, laboratory }

/// What one run measured for one indicator, as it was read (V6).
package struct MeasuredValue: RecordValue {
    package let indicator: Int
    /// Decimal text.
    package let value: String?
    package let unit: String
    /// For a requirement without a number.
    package let fulfilled: Bool?

    package static let value = Field<String>("value", .decimal)
    package static let fulfilled = Field<Bool>("fulfilled")

    package static let fields: [FieldUse] = [
        .required(ProtocolDemand.indicator), .optional(value), .optional(Indicator.unit),
        .optional(fulfilled),
    ]

    package init?(record: Record) {
        guard let indicator = record[ProtocolDemand.indicator] else { return nil }
        self.indicator = indicator
        value = record[Self.value]
        unit = record[Indicator.unit, default: ""]
        fulfilled = record[Self.fulfilled]
    }

    package var record: Record {
        Record {
            $0[ProtocolDemand.indicator] = indicator
            $0[Self.value] = value
            $0[Indicator.unit] = unit.isEmpty ? nil : unit
            $0[Self.fulfilled] = fulfilled
        }
    }
}

/// One run of a test; it keeps its serial and its place for good, aborted or not (V2).
package struct VerificationRun: RecordValue {
    package let startedAt: Instant
    package let site: RunSite
    /// Who ran it; the recorder where absent.
    package let operatorPerson: String?
    /// Numbers of the instruments used.
    package let instruments: [String]
    /// Empty for an aborted run.
    package let values: [MeasuredValue]
    /// Digests of the raw files (V8).
    package let rawFiles: [Digest]

    package static let startedAt = Field<Instant>("startedAt")
    package static let site = Field<RunSite>("site")
    package static let operatorPerson = Field<String>("operator", .text(64))
    package static let instruments = Field<[String]>("instruments", .list(.text(60)))
    package static let values = Field<[MeasuredValue]>("values")
    package static let rawFiles = Field<[Digest]>("rawFiles")

    package static let fields: [FieldUse] = [
        .required(startedAt), .required(site), .optional(operatorPerson), .required(instruments),
        .required(values), .required(rawFiles),
    ]

    /// An aborted run has no values; its raw files are kept where there are any.
    static let abortedFields: [FieldUse] = [
        .required(startedAt), .required(site), .optional(operatorPerson), .optional(instruments),
        .optional(rawFiles),
    ]

    package init?(record: Record) {
        guard let startedAt = record[Self.startedAt], let site = record[Self.site] else {
            return nil
        }
        self.startedAt = startedAt
        self.site = site
        operatorPerson = record[Self.operatorPerson]
        instruments = record[Self.instruments]
        values = record[Self.values]
        rawFiles = record[Self.rawFiles]
    }

    package var record: Record {
        Record {
            $0[Self.startedAt] = startedAt
            $0[Self.site] = site
            $0[Self.operatorPerson] = operatorPerson
            $0[Self.instruments] = instruments
            $0[Self.values] = values
            $0[Self.rawFiles] = rawFiles
        }
    }

    package var isMeasured: Bool { !values.isEmpty }

    func value(of indicator: Int) -> MeasuredValue? { values.first { $0.indicator == indicator } }
}
