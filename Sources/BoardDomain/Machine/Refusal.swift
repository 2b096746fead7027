/// The kind of a refusal; its wording, in both languages, is text `refusal.<name>` of the resources.
package struct RefusalCode: Hashable, Sendable {
    package let name: String
    package init(_ name: String) { self.name = name }
}

/// What speaks against a command, before the row's number is put to it.
package struct Breach: Error, Hashable, Sendable {
    package let code: RefusalCode
    /// `given`, `accepted` and whatever else the wording names.
    package let details: [String: JSON]

    package init(
        _ code: RefusalCode, given: JSON? = nil, accepted: JSON? = nil, _ more: [String: JSON] = [:]
    ) {
        self.code = code
        var details = more
        details["given"] = given
        details["accepted"] = accepted
        self.details = details
    }
}

extension Breach {
    /// A breach as it was stored.
    package init(_ code: RefusalCode, details: [String: JSON]) {
        self.code = code
        self.details = details
    }
}

/// Why a command was not carried out: the rule, what was given and what would be accepted.
///
/// A refusal changes nothing.
package struct Refusal: Error, Hashable, Sendable {
    /// The row or rule that refuses: `C9`, `I11`, `§1`.
    package let rule: String
    package let code: RefusalCode
    package let details: [String: JSON]

    package init(rule: String, _ breach: Breach) {
        self.rule = rule
        code = breach.code
        details = breach.details
    }
}

extension RefusalCode {
    package static let unknownCommand = RefusalCode("unknownCommand")
    package static let noSuchObject = RefusalCode("noSuchObject")
    package static let wrongState = RefusalCode("wrongState")
    package static let wrongPhase = RefusalCode("wrongPhase")
    package static let notYourPart = RefusalCode("notYourPart")
    package static let anotherPerson = RefusalCode("anotherPerson")
    package static let incompatibleRoles = RefusalCode("incompatibleRoles")
    package static let onHold = RefusalCode("onHold")
    package static let fieldMissing = RefusalCode("fieldMissing")
    package static let fieldUnknown = RefusalCode("fieldUnknown")
    package static let fieldShape = RefusalCode("fieldShape")
    package static let signedOtherText = RefusalCode("signedOtherText")
    package static let nothingToSign = RefusalCode("nothingToSign")
    package static let notUnderstood = RefusalCode("notUnderstood")
}
