import BoardDomain
import BoardResources
import BoardService

/// Cases as a list shows them, in the three forms of the program.
struct CaseList {
    let rows: [CaseRow]

    func table(in texts: Texts) -> TextTable {
        let wording = ValueWording(texts)
        var table = TextTable([
            .init(texts.text("cli.list.id")), .init(texts.text("cli.list.title"), yields: true),
            .init(texts.text("cli.list.enterprise"), yields: true, spare: 3),
            .init(texts.text("cli.list.state")), .init(texts.text("cli.list.lane"), spare: 2),
            .init(texts.text("cli.list.budget"), .right),
            .init(texts.text("cli.list.deadline"), spare: 1),
        ])
        for row in rows {
            table.add([
                row.id, row.title, row.enterpriseName,
                wording.state(row.state, of: Machine.challenge.rawValue),
                row.lane.isEmpty ? "" : texts.textIfPresent("lane." + row.lane) ?? row.lane,
                wording.figure(Money(fen: row.budget)), row.deadline.map(wording.instant) ?? "",
            ])
        }
        return table
    }

    /// - Parameter next: where the list goes on; nil at its end.
    func page(next: String?) -> JSON {
        var members: [String: JSON] = ["cases": json]
        members["next"] = next.map(JSON.string)
        return .object(members)
    }

    var json: JSON {
        .array(
            rows.map { row in
                var members: [String: JSON] = [
                    "id": .string(row.id), "title": .string(row.title),
                    "enterprise": .string(row.enterprise),
                    "enterpriseName": .string(row.enterpriseName), "chain": .string(row.chain),
                    "topicClass": .string(row.topicClass), "state": .string(row.state),
                    "lane": .string(row.lane), "mode": .string(row.mode),
                    "budget": .integer(row.budget), "year": .integer(Int64(row.year)),
                    "createdAt": row.createdAt.json, "changedAt": row.changedAt.json,
                ]
                members["edition"] = row.listEdition.map(JSON.string)
                members["deadline"] = row.deadline?.json
                return .object(members)
            })
    }

    func csv(in texts: Texts) -> CSVText {
        let wording = ValueWording(texts)
        let titles = [
            "id", "title", "code", "enterprise", "chain", "topicClass", "mode", "state", "lane",
            "budgetYuan", "edition", "deadline", "year",
        ]
        var csv = CSVText(titles.map { texts.text("cli.list." + $0) })
        for row in rows {
            csv.add([
                row.id, row.title, row.enterprise, row.enterpriseName, wording.choice(row.chain),
                wording.choice(row.topicClass, of: "topicClass"),
                wording.choice(row.mode, of: "mode"),
                wording.state(row.state, of: Machine.challenge.rawValue),
                row.lane.isEmpty ? "" : texts.textIfPresent("lane." + row.lane) ?? row.lane,
                Money(fen: row.budget).decimalText, row.listEdition ?? "",
                row.deadline.map(wording.instant) ?? "", String(row.year),
            ])
        }
        return csv
    }
}
