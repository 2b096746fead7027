extension Case {
    /// The laboratory that a verification is entrusted to: the retest's, else the protocol's; nil
    /// where none is named, and then any may take part (T1, T15).
    func laboratory(of subject: ObjectReference) -> String? {
        guard subject.machine == .verification, let verification = verifications[subject.id] else {
            return nil
        }
        let named = [verification.retestLaboratory, verification.protocolText?.laboratory ?? ""]
        return named.first { !$0.isEmpty }
    }
}
