import BoardDomain

/// Which roles see what by being held, whatever the case: the one list for lists, cases, streams and
/// the directory (§15).
extension Role {
    /// The bureau's people, the supervisor and the auditor: who runs or watches the procedure.
    static let officials: Set<Role> = [
        .caseOfficer, .reviewer, .supervisor, .auditor, .financeReviewer, .payer,
    ]

    /// Who keeps the directory, or watches how it is kept.
    static let keepers: Set<Role> = [.administrator, .auditor]

    /// Who knows of every case. A liaison brings the parties together: it reads the terms and none of
    /// the officials' papers.
    static let everyCase = officials.union([.liaison])

    /// Who is told who judges, bids and buys.
    static let everybody = officials.union(keepers)

    /// Who holds one is public.
    static let publicOffices = everyCase.union(keepers)

    /// Who acts for an enterprise in its own cases, and as what; its bidders and buyers have no part in
    /// them.
    static let enterpriseSide: [Role: Capacity] = [
        .enterprise: .enterprise, .signatory: .enterpriseSignatory, .workshop: .workshop,
    ]
}

extension Role {
    /// What its holder is in every case alike; nil where it depends on the case.
    var everywhere: Capacity? {
        let isAlike =
            Role.everyCase.contains(self) || [.bidder, .laboratory, .buyer].contains(self)
        return isAlike ? Capacity(rawValue: rawValue) : nil
    }
}

extension Capacity {
    /// What an official is in every case.
    static let officials = Set(Role.officials.compactMap(\.everywhere))

    static let enterpriseSide = Set(Role.enterpriseSide.values)
}
