/// A measuring instrument with the day to which its calibration is valid (V4).
package struct Instrument: RecordValue {
    /// The number on the instrument, unique in a protocol.
    package let number: String
    package let name: String
    package let calibratedUntil: Day

    package init(number: String, name: String, calibratedUntil: Day) {
        self.number = number
        self.name = name
        self.calibratedUntil = calibratedUntil
    }

    package static let number = Field<String>("number", .text(60))
    package static let name = Field<String>("name", .text(200))
    package static let calibratedUntil = Field<Day>("calibratedUntil")

    package static let fields: [FieldUse] = [
        .required(number), .required(name), .required(calibratedUntil),
    ]

    package init?(record: Record) {
        guard let number = record[Self.number], let name = record[Self.name],
            let calibratedUntil = record[Self.calibratedUntil]
        else { return nil }
        self.init(number: number, name: name, calibratedUntil: calibratedUntil)
    }

    package var record: Record {
        Record {
            $0[Self.number] = number
            $0[Self.name] = name
            $0[Self.calibratedUntil] = calibratedUntil
        }
    }

    /// The calibration covers the day, its last one included.
    package func isCalibrated(on day: Day) -> Bool { day <= calibratedUntil }
}
