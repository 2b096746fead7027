/// What a field takes: the one description that command lines, forms and help are made from.
package indirect enum FieldShape: Hashable, Sendable {
    /// Text of at most so many Unicode scalars.
    case text(Int)
    /// How a person is reached: typed like text of at most so many scalars, kept as `ProtectedText`.
    case protectedText(Int)
    case integer(ClosedRange<Int64>)
    case flag
    /// 分; texts such as `12.5万元` are read where a person types.
    case money
    /// Hundredths of a per cent, 0…10000.
    case basisPoints
    case day
    case instant
    /// SHA-256, 64 hexadecimal digits.
    case digest
    case unifiedCode
    /// A decimal number as text, kept exactly as written.
    case decimal
    /// Bytes as lower-case hexadecimal text.
    case bytes
    case choice([String])
    case list(FieldShape)
    case record([FieldUse])
}

/// A field as one command or record uses it.
package struct FieldUse: Hashable, Sendable {
    package let name: String
    package let shape: FieldShape
    package let required: Bool
    /// Never part of an event, a step or a refusal: the row's custody and its effects alone see it.
    package let isConfidential: Bool

    package static func required(_ field: Field<some FieldValue>) -> FieldUse {
        FieldUse(name: field.name, shape: field.shape, required: true, isConfidential: false)
    }

    package static func optional(_ field: Field<some FieldValue>) -> FieldUse {
        FieldUse(name: field.name, shape: field.shape, required: false, isConfidential: false)
    }

    package static func confidential(
        _ field: Field<some FieldValue>, required: Bool = true
    ) -> FieldUse {
        FieldUse(name: field.name, shape: field.shape, required: required, isConfidential: true)
    }
}
