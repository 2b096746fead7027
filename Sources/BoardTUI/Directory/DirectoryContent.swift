import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A leaf of the directory.
enum DirectoryTab: String, CaseIterable, Sendable {
    case persons, organisations, pools, sanctions, claims

    var kind: StreamID.Kind {
        switch self {
        case .persons: .person
        case .organisations: .organisation
        case .pools: .pool
        case .sanctions: .sanction
        case .claims: .claim
        }
    }

    var machine: Machine {
        switch self {
        case .persons: .person
        case .organisations: .organisation
        case .pools: .pool
        case .sanctions: .sanction
        case .claims: .payout
        }
    }

    /// The command that begins a new stream of the kind.
    var beginning: String {
        switch self {
        case .persons: "invite-person"
        case .organisations: "register-organisation"
        case .pools: "open-pool"
        case .sanctions: "report-misconduct"
        case .claims: "claim"
        }
    }

    /// Whether whoever begins one has to say which; the board numbers the others.
    var isNamed: Bool { self == .persons || self == .organisations }
}

/// A line of the directory.
struct DirectoryEntry: Sendable, Identifiable {
    let stream: StreamID
    let title: String
    let state: String
    var kind = ""
    /// In which roles for whom; of an organisation, how many people act for it.
    var appointments: [(role: Role, organisation: String)] = []
    var people = 0
    var pool: PoolSight?

    var id: String { stream.text }
}

/// Who and what there is on the board, as far as the viewer may know.
struct DirectoryContent: Sendable {
    private(set) var entries: [DirectoryTab: [DirectoryEntry]]
    /// Where lists go on that are long.
    private(set) var next: [DirectoryTab: StreamID] = [:]

    init(
        _ sight: DirectorySight, pools: [PoolSight], pages: [DirectoryTab: StreamPage]
    ) {
        let directory = sight.directory
        var people: [String: Set<PersonID>] = [:]
        let persons = directory.persons.filter { sight.sees($0.key) }.sorted { $0.key < $1.key }
        let personEntries = persons.map { id, person in
            let held = sight.appointments(of: id)
            for appointment in held { people[appointment.organisation, default: []].insert(id) }
            return DirectoryEntry(
                stream: StreamID(.person, id), title: person.name, state: person.state.rawValue,
                appointments: held.map {
                    ($0.role, directory.organisations[$0.organisation]?.name ?? $0.organisation)
                })
        }
        let organisations = directory.organisations.sorted { $0.value.name < $1.value.name }
        entries = [
            .persons: personEntries,
            .organisations: organisations.map { code, organisation in
                DirectoryEntry(
                    stream: StreamID(.organisation, code), title: organisation.name,
                    state: organisation.state.rawValue, kind: organisation.kind.rawValue,
                    people: people[code]?.count ?? 0)
            },
            .pools: pools.reversed().map { pool in
                DirectoryEntry(
                    stream: StreamID(.pool, pool.name), title: pool.name,
                    state: pool.state.rawValue, pool: pool)
            },
        ]
        for (tab, page) in pages { append(page, to: tab) }
    }

    mutating func append(_ page: StreamPage, to tab: DirectoryTab) {
        entries[tab, default: []] += page.rows.map {
            DirectoryEntry(stream: $0.stream, title: $0.title, state: $0.state)
        }
        next[tab] = page.next
    }
}

extension BoardDesk {
    /// Rows of long lists that are asked for at once.
    static let directoryPage = 100

    func directory() async -> Answer<DirectoryContent> {
        await answer {
            var pages: [DirectoryTab: StreamPage] = [:]
            for tab in [DirectoryTab.sanctions, .claims] {
                pages[tab] = try await board.files(
                    tab.kind, limit: Self.directoryPage, as: person, at: instant)
            }
            return DirectoryContent(
                try await board.directorySight(as: person, at: instant),
                pools: try await board.pools(as: person, at: instant), pages: pages)
        }
    }

    func directory(_ tab: DirectoryTab, after last: StreamID) async -> Answer<StreamPage> {
        await answer {
            try await board.files(
                tab.kind, after: last, limit: Self.directoryPage, as: person, at: instant)
        }
    }

    /// The stream that the board would name next.
    func newStream(_ kind: StreamID.Kind) async -> Answer<StreamID> {
        await answer { try await board.newStream(kind, at: instant) }
    }
}
