import BoardDomain
import BoardResources

extension FaultWording {
    /// A name that leads nowhere, with what was perhaps meant.
    init(_ fault: NameFault, _ texts: Texts) {
        let suggested = { (key: String, plain: String, near: [String], values: [String: String]) in
            near.isEmpty
                ? texts.text(plain, values)
                : texts.text(
                    key,
                    values.merging(["known": near.joined(separator: texts.text("cli.comma"))]) {
                        $1
                    })
        }
        let choice = { (command: String, places: [String]) in
            ["command": command, "known": places.joined(separator: texts.text("cli.comma"))]
        }
        switch fault {
        case .misread(let given):
            self.init(.usage, texts.text("cli.id.misread", ["given": given]))
        case .person(let given, let near):
            self.init(
                .notFound,
                suggested("cli.person.suggest", "cli.person.unknown", near, ["given": given]),
                details: ["person": .string(given)])
        case .stream(let given, let near):
            self.init(
                .notFound,
                suggested("cli.notFound.suggest", "error.notFound", near, ["id": given]),
                details: ["code": "notFound", "id": .string(given)])
        case .command(let given, let near):
            self.init(
                .usage,
                suggested(
                    "cli.do.unknown.suggest", "cli.do.unknown", near, ["command": given]))
        case .ambiguous(let command, let places):
            self.init(.usage, texts.text("cli.do.ambiguous", choice(command, places)))
        case .unnamed(let command, let places):
            self.init(.usage, texts.text("cli.do.unnamed", choice(command, places)))
        }
    }

    /// What is not there to be printed, and what is.
    init(_ fault: PrintFault, _ texts: Texts) {
        let wording = ValueWording(texts)
        switch fault {
        case .wrongObject(let object, let kind):
            self.init(
                .usage,
                texts.text(
                    "error.print.wrongObject",
                    [
                        "object": wording.object(object.text),
                        "kind": texts.text("print.kind." + kind.rawValue),
                        "machines": kind.machines.map(\.rawValue).joined(
                            separator: texts.text("cli.comma")),
                    ]),
                details: ["code": "print.wrongObject"])
        case .nothingThere(let id, let kind, let present):
            self.init(
                .notFound,
                texts.text(
                    "error.print.none",
                    [
                        "id": id, "kind": texts.text("print.kind." + kind.rawValue),
                        "present": present.map { "\($0.path) \($0.kind.rawValue)" }
                            .joined(separator: texts.text("cli.comma")),
                    ]),
                details: [
                    "code": "print.nothingThere",
                    "present": .array(
                        present.map {
                            ["path": .string($0.path), "kind": .string($0.kind.rawValue)]
                        }),
                ])
        }
    }
}
