/// What is known of a person as an expert, for the draw and the conflict rules (§5).
package struct ExpertProfile: RecordValue {
    /// In the expert pool at all.
    package var isExpert = false
    package var isTechnical = false
    package var chains: [String] = []
    package var skills: [String] = []
    package var region = ""
    /// Unified codes of organisations that the person belongs to or belonged to, with the last day;
    /// no day for now.
    package var affiliations: [Affiliation] = []
    /// Persons with whom it shares a paper or patent, with the last day.
    package var coauthors: [Relation] = []
    /// Kin, tutors, students: persons, for good.
    package var relatives: [String] = []
    /// Organisations that paid it or had a contract with it, with the last day.
    package var contracts: [Affiliation] = []

    package init() {}

    package struct Affiliation: RecordValue {
        package let organisation: String
        package let until: Day?

        package init(organisation: String, until: Day?) {
            self.organisation = organisation
            self.until = until
        }

        package static let organisation = Field<String>("organisation", .unifiedCode)
        package static let until = Field<Day>("until")
        package static let fields: [FieldUse] = [.required(organisation), .optional(until)]

        package init?(record: Record) {
            guard let organisation = record[Self.organisation] else { return nil }
            self.init(organisation: organisation, until: record[Self.until])
        }

        package var record: Record {
            Record {
                $0[Self.organisation] = organisation
                $0[Self.until] = until
            }
        }
    }

    package struct Relation: RecordValue {
        package let person: PersonID
        package let until: Day

        package init(person: PersonID, until: Day) {
            self.person = person
            self.until = until
        }

        package static let person = Field<String>("person", .text(64))
        package static let until = Field<Day>("until")
        package static let fields: [FieldUse] = [.required(person), .required(until)]

        package init?(record: Record) {
            guard let person = record[Self.person], let until = record[Self.until] else {
                return nil
            }
            self.init(person: person, until: until)
        }

        package var record: Record {
            Record {
                $0[Self.person] = person
                $0[Self.until] = until
            }
        }
    }

    package static let expert = Field<Bool>("expert")
    package static let technical = Field<Bool>("technical")
    package static let chains = Field<[String]>("chains", .list(.text(40)))
    package static let skills = Field<[String]>("skills", .list(.text(40)))
    package static let region = Field<String>("region", .text(40))
    package static let affiliations = Field<[Affiliation]>("affiliations")
    package static let coauthors = Field<[Relation]>("coauthors")
    package static let relatives = Field<[String]>("relatives", .list(.text(64)))
    package static let contracts = Field<[Affiliation]>("contracts")

    package static let fields: [FieldUse] = [
        .optional(expert), .optional(technical), .optional(chains), .optional(skills),
        .optional(region), .optional(affiliations), .optional(coauthors), .optional(relatives),
        .optional(contracts),
    ]

    package init?(record: Record) {
        isExpert = record[Self.expert, default: false]
        isTechnical = record[Self.technical, default: false]
        chains = record[Self.chains]
        skills = record[Self.skills]
        region = record[Self.region, default: ""]
        affiliations = record[Self.affiliations]
        coauthors = record[Self.coauthors]
        relatives = record[Self.relatives]
        contracts = record[Self.contracts]
    }

    package var record: Record {
        Record {
            $0[Self.expert] = isExpert
            $0[Self.technical] = isTechnical
            $0[Self.chains] = chains
            $0[Self.skills] = skills
            $0[Self.region] = region.isEmpty ? nil : region
            $0[Self.affiliations] = affiliations
            $0[Self.coauthors] = coauthors
            $0[Self.relatives] = relatives
            $0[Self.contracts] = contracts
        }
    }
}
