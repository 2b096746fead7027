import BoardDomain
import BoardResources

/// The rubric that a list takes where neither its terms nor its publication name one (§5): it is
/// written into the terms, so that the ranking reads nothing but what was published.
enum StarterRubric {
    static func completing(_ command: Command, in world: World) throws -> Command {
        guard command.name == "publish", command.subject.machine == .challenge,
            command.fields[F.rubric].isEmpty,
            let found = world[command.stream].aggregate as? Case, found.exists,
            found.challenge.terms.rubric.isEmpty
        else { return command }
        var fields = command.fields
        fields[F.rubric] = try criteria()
        return Command(
            stream: command.stream, subject: command.subject, name: command.name, fields: fields,
            person: command.person)
    }

    /// Throws `ResourceFault` where the file is not a rubric.
    static func criteria() throws -> [Criterion] {
        let path = "rubric/starter.json"
        guard
            let criteria = try EmbeddedFiles.json(path)["criteria"].flatMap([Criterion].init(json:))
        else { throw ResourceFault.absent(path: path) }
        return criteria
    }
}
