package import BoardDomain

/// The sections of a case file, as `caseFile` tells it.
package enum CaseSection {
    /// The machine whose objects a section lists, by the section's name.
    package static let machines: [String: Machine] = [
        "bids": .bid, "questions": .question, "argument": .argumentSeat, "panels": .panel,
        "seats": .seat, "sheets": .sheet, "notices": .notice, "objections": .objection,
        "contracts": .contract, "milestones": .milestone, "gates": .gate,
        "verifications": .verification, "evaluations": .evaluation, "evidence": .evidence,
        "entitlements": .entitlement, "payouts": .payout, "appointments": .appointment,
        "handovers": .handover,
    ]

    /// What waits for signatures on one object of a file.
    package static func waiting(on object: ObjectReference, in file: JSON) -> [JSON] {
        (file["waiting"]?.array ?? []).filter { $0["object"]?.string == object.text }
    }

    /// One object of a file; nil where the viewer's file does not have it.
    package static func object(_ object: ObjectReference, in file: JSON) -> JSON? {
        guard let members = file.object else { return nil }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            for row in value.array ?? [] {
                if machines[name] == object.machine, row["id"]?.string == object.id { return row }
                if let found = Self.object(object, in: row) { return found }
            }
        }
        return nil
    }
}
