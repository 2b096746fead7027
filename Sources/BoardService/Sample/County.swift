package import BoardDomain
import BoardResources

/// The fictional county of the sample board, as its resource describes it.
package struct County: Sendable {
    struct Organisation: Sendable {
        let key: String
        let code: String
        let kind: OrganisationKind
        let name: String
        let chains: [String]
        let controller: String?
        let contactDomain: String
        /// It comes only in the last days.
        let isNewcomer: Bool
    }

    struct Person: Sendable {
        let id: PersonID
        let name: String
        let appointments: [(role: Role, organisation: String)]
        /// With unified codes in the place of the resource's keys.
        let profile: ExpertProfile?
    }

    /// An organisation that comes and goes in simulations alone, with its people.
    struct Passer: Sendable {
        let organisation: Organisation
        let people: [Person]
    }

    /// A challenge that an enterprise might set, with what is asked and answered about it.
    struct Challenge: Sendable {
        let key: String
        /// Unified code.
        let enterprise: String
        /// Months that the work is to take.
        let months: Int
        let terms: Record
        let question: String
        let answer: String
        let plan: RoadPlan
    }

    /// Unified code.
    let bureau: String
    let organisations: [Organisation]
    let people: [Person]
    let passers: [Passer]
    let rubric: [Criterion]
    let challenges: [Challenge]
    private let approaches: [String: [String]]
    private let phrases: [String: String]

    static let path = "sample/county.json"

    package static func embedded() throws -> County {
        guard let bytes = EmbeddedFiles.bytes(path) else { throw SampleFault.resource(path) }
        return try County(json: try JSONReader.read(bytes))
    }

    init(json: JSON) throws(SampleFault) {
        let organisations = try json.list("organisations").map(Self.organisation)
        let codes = Dictionary(
            organisations.map { ($0.key, $0.code) }, uniquingKeysWith: { first, _ in first })
        guard let bureau = json["bureau"]?.string.flatMap({ codes[$0] }) else {
            throw .resource("bureau")
        }
        self.bureau = bureau
        self.organisations = organisations
        people = try json.list("people").map { entry throws(SampleFault) in
            try Self.person(entry, codes: codes)
        }
        passers = try json.list("passers").map { entry throws(SampleFault) in
            Passer(
                organisation: try Self.organisation(entry),
                people: try entry.list("people").map { person throws(SampleFault) in
                    Person(
                        id: try person.text("id"), name: try person.text("name"),
                        appointments: [], profile: nil)
                })
        }
        rubric = try json.list("rubric").map { entry throws(SampleFault) in
            try entry.value(Criterion.self, "rubric")
        }
        challenges = try json.list("challenges").map { entry throws(SampleFault) in
            try Self.challenge(entry, codes: codes)
        }
        approaches = (json["approaches"]?.object ?? [:]).mapValues {
            ($0.array ?? []).compactMap(\.string)
        }
        phrases = (json["phrases"]?.object ?? [:]).compactMapValues(\.string)
    }

    /// A sentence by its key, with its gaps filled.
    func phrase(_ key: String, _ values: [String: String] = [:]) -> String {
        values.sorted { $0.key < $1.key }.reduce(phrases[key] ?? key) { text, value in
            text.replacing("{\(value.key)}", with: value.value)
        }
    }

    func approach(_ chain: String, _ index: Int) -> String {
        let known = approaches[chain] ?? []
        return known.isEmpty ? chain : known[index % known.count]
    }

    func organisation(_ code: String) -> Organisation? { organisations.first { $0.code == code } }

    /// - Throws: `resource` where the resource has none of that key.
    func passer(_ key: String) throws(SampleFault) -> Passer {
        guard let found = passers.first(where: { $0.organisation.key == key }) else {
            throw .resource(key)
        }
        return found
    }

    private static func organisation(_ json: JSON) throws(SampleFault) -> Organisation {
        let code: UnifiedCode
        do {
            code = try UnifiedCode(try json.text("code"))
        } catch {
            throw .resource("code")
        }
        guard let kind = json["kind"]?.string.flatMap(OrganisationKind.init(rawValue:)) else {
            throw .resource("kind")
        }
        return Organisation(
            key: try json.text("key"), code: code.text, kind: kind, name: try json.text("name"),
            chains: (json["chains"]?.array ?? []).compactMap(\.string),
            controller: json["controller"]?.string, contactDomain: try json.text("contactDomain"),
            isNewcomer: json["newcomer"]?.boolean ?? false)
    }

    private static func person(
        _ json: JSON, codes: [String: String]
    ) throws(SampleFault) -> Person {
        var appointments: [(role: Role, organisation: String)] = []
        for entry in try json.list("appointments") {
            guard let role = entry["role"]?.string.flatMap(Role.init(rawValue:)),
                let code = codes[try entry.text("organisation")]
            else { throw .resource("appointments") }
            appointments.append((role, code))
        }
        let profile: ExpertProfile? =
            if let written = json["profile"] {
                try written.withCodes(codes).value(ExpertProfile.self, "profile")
            } else {
                nil
            }
        return Person(
            id: try json.text("id"), name: try json.text("name"), appointments: appointments,
            profile: profile)
    }

    private static func challenge(
        _ json: JSON, codes: [String: String]
    ) throws(SampleFault) -> Challenge {
        guard let enterprise = codes[try json.text("enterprise")],
            let months = json["months"]?.integer, let terms = json["terms"]?.object,
            let plan = json["plan"].flatMap(RoadPlan.init(json:))
        else { throw .resource(json["key"]?.string ?? "challenges") }
        return Challenge(
            key: try json.text("key"), enterprise: enterprise, months: Int(months),
            terms: Record(terms), question: try json.text("question"),
            answer: try json.text("answer"), plan: plan)
    }
}

/// What keeps a sample from being made.
package enum SampleFault: Error, Hashable, Sendable {
    /// The member of the resource that is absent or unreadable.
    case resource(String)
    /// Nobody in the county holds a role that a road needs.
    case nobody(Role)
    /// A rule spoke against a step that a road takes.
    case refused(Command, Refusal, at: Instant)
}

extension JSON {
    fileprivate func text(_ name: String) throws(SampleFault) -> String {
        guard let text = self[name]?.string else { throw .resource(name) }
        return text
    }

    fileprivate func list(_ name: String) throws(SampleFault) -> [JSON] {
        guard let items = self[name]?.array else { throw .resource(name) }
        return items
    }

    fileprivate func value<Value: RecordValue>(
        _: Value.Type, _ name: String
    ) throws(SampleFault) -> Value {
        guard let value = object.flatMap({ Value(record: Record($0)) }) else {
            throw .resource(name)
        }
        return value
    }

    /// The same with the codes of organisations in the place of their keys.
    fileprivate func withCodes(_ codes: [String: String]) -> JSON {
        switch self {
        case .object(let members):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { name, value in
                        guard name == "organisation", let key = value.string else {
                            return (name, value.withCodes(codes))
                        }
                        return (name, .string(codes[key] ?? key))
                    }))
        case .array(let items): .array(items.map { $0.withCodes(codes) })
        default: self
        }
    }
}
