extension Draw {
    /// An expert of the draw, with what decides whether it may sit.
    package struct Candidate: RecordValue {
        package let expert: PersonID
        /// For which it was appointed an expert; empty for none.
        package let organisation: String
        package let isTechnical: Bool
        package let conflict: SkipReason?

        package init(
            expert: PersonID, organisation: String, isTechnical: Bool, conflict: SkipReason?
        ) {
            self.expert = expert
            self.organisation = organisation
            self.isTechnical = isTechnical
            self.conflict = conflict
        }
    }

    /// An expert who was passed over, and why.
    package struct Skip: RecordValue {
        package let expert: PersonID
        package let reason: SkipReason
    }

    /// The seats as they fill up in the order of the draw.
    struct Filling {
        let size: Int
        let technicalSeats: Int
        let perOrganisation: Int
        private(set) var seated: [Candidate] = []
        private(set) var skipped: [Skip] = []

        init(size: Int, technicalSeats: Int, perOrganisation: Int, seated: [Candidate] = []) {
            self.size = size
            self.technicalSeats = technicalSeats
            self.perOrganisation = perOrganisation
            self.seated = seated
        }

        var isFull: Bool { seated.count >= size }

        mutating func take(_ candidate: Candidate) {
            if let reason = obstacle(to: candidate) {
                skipped.append(Skip(expert: candidate.expert, reason: reason))
            } else {
                seated.append(candidate)
            }
        }

        private func obstacle(to candidate: Candidate) -> SkipReason? {
            if let conflict = candidate.conflict { return conflict }
            let colleagues = seated.count {
                !candidate.organisation.isEmpty && $0.organisation == candidate.organisation
            }
            if colleagues >= perOrganisation { return .organisationFull }
            let others = seated.count { !$0.isTechnical }
            if !candidate.isTechnical, others >= size - technicalSeats { return .technicalShare }
            return nil
        }
    }
}
