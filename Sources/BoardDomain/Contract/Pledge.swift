/// 军令状: what the lead stakes his name on (§7).
package struct Pledge: RecordValue {
    package let goals: String
    package let nodes: String
    package let consequences: String

    package static let goals = Field<String>("goals", .text(2000))
    package static let nodes = Field<String>("nodes", .text(2000))
    package static let consequences = Field<String>("consequences", .text(2000))

    package static let fields: [FieldUse] = [
        .required(goals), .required(nodes), .required(consequences),
    ]

    package init?(record: Record) {
        guard let goals = record[Self.goals], let nodes = record[Self.nodes],
            let consequences = record[Self.consequences]
        else { return nil }
        self.goals = goals
        self.nodes = nodes
        self.consequences = consequences
    }

    package var record: Record {
        Record {
            $0[Self.goals] = goals
            $0[Self.nodes] = nodes
            $0[Self.consequences] = consequences
        }
    }
}
