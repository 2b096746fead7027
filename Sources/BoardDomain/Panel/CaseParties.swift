/// Who stands on either side of a case: the enterprise, and every bidder whose bid was opened.
struct CaseParties: Sendable {
    /// Unified codes of the enterprise, the bidders and the members of their consortia, sorted.
    let organisations: [String]
    /// Natural persons of the board who act for one of them, sorted.
    let persons: [PersonID]
    /// Names that a bid gives: its team and whom to call, sorted.
    let names: [String]

    private static let roles: Set<Role> = [
        .enterprise, .signatory, .bidder, .workshop, .laboratory, .buyer,
    ]
    private static let capacities: Set<Capacity> = [
        .enterprise, .enterpriseSignatory, .workshop, .bidder, .bidderSignatory,
    ]

    init(of turn: Turn) { self.init(of: turn.case, in: turn.world.directory, at: turn.now) }

    init(of present: Case, in directory: Directory, at now: Instant) {
        let bids = present.openedBids
        var codes: Set<String> = [present.challenge.enterprise]
        var names: Set<String> = []
        for bid in bids {
            codes.formUnion(bid.members)
            guard let content = bid.content else { continue }
            names.formUnion(content.team.map(\.name))
            names.insert(content.contact.name)
        }
        let authors = Set(bids.map(\.author))
        let bidders = Set(bids.map(\.bidder))
        // Whoever only drafted a bid that was never opened is no party to the evaluation.
        let actors = present.docket.acts.filter {
            Self.capacities.contains($0.capacity)
                && ($0.organisation == present.challenge.enterprise
                    || bidders.contains($0.organisation))
        }
        let staff = codes.flatMap { directory.staff(of: $0, in: Self.roles, at: now) }
        organisations = codes.subtracting([""]).sorted()
        persons = authors.union(actors.map(\.person)).union(staff).subtracting([""]).sorted()
        self.names = names.subtracting([""]).sorted()
    }

    /// What an expert declares on: names only, without order or number, so that nothing of a bid can
    /// be told from it (P3).
    func declarationList(in directory: Directory) -> JSON {
        let titles = organisations.map { directory.organisations[$0]?.name ?? $0 }
        let people = persons.map { directory.persons[$0]?.name ?? $0 }
        return .array(Set(titles + people + names).sorted().map(JSON.string))
    }
}

extension Case {
    /// The names on which an expert declares no interest (P3), as `CaseParties` lists them.
    package func declarationList(in directory: Directory, at now: Instant) -> [String] {
        let list = CaseParties(of: self, in: directory, at: now).declarationList(in: directory)
        return (list.array ?? []).compactMap(\.string)
    }

    /// The bids whose content the bureau has seen, whatever was decided on them since.
    package var openedBids: [Bid] {
        bids.all.filter {
            ![.draft, .sealed, .withdrawn, .staleTerms, .lapsed, .unopened, .invalid]
                .contains($0.state)
        }
    }
}
