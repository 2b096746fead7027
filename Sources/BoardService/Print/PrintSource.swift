import BoardDomain
import BoardEventLog

/// A case as it stood at one position of the log, with what a paper about it may need to know.
struct PrintSource {
    let found: Case
    let version: Int
    /// The events of the case with their rows, oldest first.
    let entries: [(row: EventRow, event: Event)]
    let viewer: Viewer
    let directory: Directory
    let context: Context
    let wording: PrintWording

    func name(of person: PersonID) -> String { directory.persons[person]?.name ?? person }

    func name(ofOrganisation code: String) -> String {
        directory.organisations[code]?.name ?? code
    }

    func events(of subject: ObjectReference) -> [(row: EventRow, event: Event)] {
        entries.filter { $0.event.subject == subject }
    }

    /// The case as it stood at a position of the log.
    func found(at position: Int64) -> Case? {
        var stream = BoardDomain.Stream(StreamID(.challenge, found.id))
        for entry in entries.prefix(while: { $0.row.position <= position }) {
            stream.evolve(entry.event)
        }
        return stream.aggregate as? Case
    }
}
