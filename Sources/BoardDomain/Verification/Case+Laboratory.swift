/// Who may act as the laboratory of a verification.
enum LaboratoryCharge: Hashable {
    /// Before a protocol stands, whoever drafts it (T1).
    case anyone
    /// By its unified code: the one that the protocol names, after a retest was ordered the one that
    /// is charged with it (V10).
    case named(String)
    /// The protocol names none, or the retest has none yet (T16).
    case nobody
}

extension Case {
    func laboratory(of subject: ObjectReference) -> LaboratoryCharge {
        guard subject.machine == .verification, let verification = verifications[subject.id],
            let text = verification.protocolText
        else { return .anyone }
        let named =
            verification.retestOrderedAt == nil
            ? text.laboratory ?? "" : verification.retestLaboratory
        return named.isEmpty ? .nobody : .named(named)
    }
}
