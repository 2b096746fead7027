extension Draw {
    package static let head = Field<Digest>("head")
    package static let nonces = Field<[String]>("nonces", .list(.bytes))
    package static let challenge = Field<String>("challenge", .text(40))
    package static let round = Field<Int>("round")
    package static let size = Field<Int>("size")
    package static let technicalSeats = Field<Int>("technicalSeats")
    package static let perOrganisation = Field<Int>("perOrganisation")
    package static let candidates = Field<[Candidate]>("candidates")
    package static let seed = Field<Digest>("seed")
    package static let order = Field<[String]>("order", .list(.text(64)))
    package static let seated = Field<[String]>("seated", .list(.text(64)))
    package static let skipped = Field<[Skip]>("skipped")

    package static let fields: [FieldUse] = [
        .required(head), .required(nonces), .required(challenge), .required(round),
        .required(size), .required(technicalSeats), .required(perOrganisation),
        .required(candidates), .required(seed), .required(order), .required(seated),
        .required(skipped),
    ]

    package init?(record: Record) {
        guard let head = record[Self.head], let challenge = record[Self.challenge],
            let round = record[Self.round], let size = record[Self.size],
            let technicalSeats = record[Self.technicalSeats],
            let perOrganisation = record[Self.perOrganisation], let seed = record[Self.seed]
        else { return nil }
        self.head = head
        self.challenge = challenge
        self.round = round
        self.size = size
        self.technicalSeats = technicalSeats
        self.perOrganisation = perOrganisation
        self.seed = seed
        nonces = record[Self.nonces]
        candidates = record[Self.candidates]
        order = record[Self.order]
        seated = record[Self.seated]
        skipped = record[Self.skipped]
    }

    package var record: Record {
        Record {
            $0[Self.head] = head
            $0[Self.nonces] = nonces
            $0[Self.challenge] = challenge
            $0[Self.round] = round
            $0[Self.size] = size
            $0[Self.technicalSeats] = technicalSeats
            $0[Self.perOrganisation] = perOrganisation
            $0[Self.candidates] = candidates
            $0[Self.seed] = seed
            $0[Self.order] = order
            $0[Self.seated] = seated
            $0[Self.skipped] = skipped
        }
    }
}

extension Draw.Candidate {
    package static let expert = Field<String>("expert", .text(64))
    package static let organisation = Field<String>("organisation", .text(40))
    package static let technical = Field<Bool>("technical")
    package static let conflict = Field<SkipReason>("conflict")

    package static let fields: [FieldUse] = [
        .required(expert), .optional(organisation), .required(technical), .optional(conflict),
    ]

    package init?(record: Record) {
        guard let expert = record[Self.expert], let isTechnical = record[Self.technical] else {
            return nil
        }
        self.init(
            expert: expert, organisation: record[Self.organisation, default: ""],
            isTechnical: isTechnical, conflict: record[Self.conflict])
    }

    package var record: Record {
        Record {
            $0[Self.expert] = expert
            $0[Self.organisation] = organisation.isEmpty ? nil : organisation
            $0[Self.technical] = isTechnical
            $0[Self.conflict] = conflict
        }
    }
}

extension Draw.Skip {
    package static let expert = Field<String>("expert", .text(64))
    package static let reason = Field<SkipReason>("reason")
    package static let fields: [FieldUse] = [.required(expert), .required(reason)]

    package init?(record: Record) {
        guard let expert = record[Self.expert], let reason = record[Self.reason] else {
            return nil
        }
        self.init(expert: expert, reason: reason)
    }

    package var record: Record {
        Record {
            $0[Self.expert] = expert
            $0[Self.reason] = reason
        }
    }
}
