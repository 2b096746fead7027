import BoardDomain
import BoardService

/// A stream that is no case, by its objects: a person, an organisation with its appointments, a
/// pool, a sanction, a claim.
struct StreamFile {
    private let id: StreamID
    private let stream: BoardDomain.Stream

    init(_ id: StreamID, _ stream: BoardDomain.Stream) {
        self.id = id
        self.stream = stream
    }

    var json: JSON {
        var members: [String: JSON] = [
            "id": .string(id.id), "version": .integer(Int64(stream.version)),
        ]
        switch stream.aggregate {
        case let file as PersonFile:
            members["name"] = file.persons.last.map { .string($0.name) }
            members["state"] = file.persons.last.map { .string($0.state.rawValue) }
        case let file as OrganisationFile:
            members["name"] = file.organisations.last.map { .string($0.name) }
            members["kind"] = file.organisations.last.map { .string($0.kind.rawValue) }
            members["state"] = file.organisations.last.map { .string($0.state.rawValue) }
            members["appointments"] = .array(file.appointments.all.map(\.json))
        case let file as PoolFile: members.merge(file.pool?.members ?? [:]) { $1 }
        default: members["objects"] = .array(objects)
        }
        return .object(members)
    }

    private var objects: [JSON] {
        type(of: stream.aggregate).machines.flatMap { machine in
            stream.aggregate.ids(of: machine).map { id -> JSON in
                let reference = ObjectReference(machine, id)
                return [
                    "object": .string(reference.text),
                    "state": .string(stream.aggregate.state(of: reference) ?? ""),
                ]
            }
        }
    }
}

extension Appointment {
    var json: JSON {
        var members: [String: JSON] = [
            "id": .string(id), "state": .string(state.rawValue), "person": .string(person),
            "role": .string(role.rawValue), "organisation": .string(organisation),
            "from": from.json,
        ]
        members["until"] = until?.json
        return .object(members)
    }
}

extension Pool {
    var members: [String: JSON] {
        [
            "id": .string(name), "state": .string(state.rawValue), "year": .integer(Int64(year)),
            "basis": .string(basis), "allotted": allotted.json, "recovered": recovered.json,
            "reserved": totalReserved.json, "committed": totalCommitted.json, "paid": paid.json,
            "free": free.json,
        ]
    }
}
