/// A docket as a snapshot keeps it.
extension Docket {
    init?(snapshot json: JSON) {
        guard let acts = json["acts"]?.array?.map(Act.init(snapshot:)),
            let steps = json["steps"]?.array?.map(Step.init(snapshot:)),
            let overdue = json["overdue"]?.array?.map(Overdue.init(snapshot:)),
            let since = json["since"]?.object
        else { return nil }
        var instants: [ObjectReference: Instant] = [:]
        for (name, at) in since {
            guard let subject = ObjectReference(text: name), let at = Instant(snapshot: at) else {
                return nil
            }
            instants[subject] = at
        }
        self.init(
            acts: acts.compactMap(\.self), steps: steps.compactMap(\.self),
            overdue: overdue.compactMap(\.self), since: instants)
        guard self.acts.count == acts.count, self.steps.count == steps.count,
            self.overdue.count == overdue.count
        else { return nil }
    }

    var snapshot: JSON {
        var instants: [String: JSON] = [:]
        for (subject, at) in since { instants[subject.text] = at.snapshot }
        return [
            "acts": .array(acts.map(\.snapshot)), "steps": .array(steps.map(\.snapshot)),
            "overdue": .array(overdue.map(\.snapshot)), "since": .object(instants),
        ]
    }
}

extension Instant {
    /// Milliseconds since 1970.
    init?(snapshot json: JSON) {
        guard let milliseconds = json.integer else { return nil }
        self.init(milliseconds: milliseconds)
    }

    var snapshot: JSON { .integer(milliseconds) }
}

extension Docket.Act {
    fileprivate init?(snapshot json: JSON) {
        guard let items = json.array?.compactMap(\.string), items.count == 5,
            let capacity = Capacity(rawValue: items[1]),
            let subject = ObjectReference(text: items[4])
        else { return nil }
        self.init(
            person: items[0], capacity: capacity, organisation: items[2], rule: items[3],
            subject: subject)
    }

    fileprivate var snapshot: JSON {
        .array([person, capacity.rawValue, organisation, rule, subject.text].map(JSON.string))
    }
}

extension Docket.Overdue {
    fileprivate init?(snapshot json: JSON) {
        guard let act = json["act"]?.string,
            let subject = json["subject"]?.string.flatMap(ObjectReference.init(text:)),
            let due = json["due"].flatMap(Instant.init(snapshot:)),
            let at = json["at"].flatMap(Instant.init(snapshot:))
        else { return nil }
        self.init(act: act, subject: subject, due: due, at: at)
    }

    fileprivate var snapshot: JSON {
        [
            "act": .string(act), "subject": .string(subject.text), "due": due.snapshot,
            "at": at.snapshot,
        ]
    }
}

extension Docket.Step {
    fileprivate init?(snapshot json: JSON) {
        guard let rule = json["rule"]?.string,
            let subject = json["subject"]?.string.flatMap(ObjectReference.init(text:)),
            let fields = json["fields"]?.object,
            let proposedAt = json["proposedAt"].flatMap(Instant.init(snapshot:)),
            let given = json["given"]?.array
        else { return nil }
        var signatures: [(place: Int, signature: Signature)] = []
        for item in given {
            guard let place = item["place"]?.integer, let by = Signature(snapshot: item) else {
                return nil
            }
            signatures.append((Int(place), by))
        }
        self.init(
            rule: rule, subject: subject, fields: Record(fields),
            content: json["content"].flatMap(Digest.init(json:)), given: signatures,
            proposedAt: proposedAt)
    }

    fileprivate var snapshot: JSON {
        let signatures = given.map { place, signature in
            var members = signature.snapshot
            members["place"] = .integer(Int64(place))
            return JSON.object(members)
        }
        var members: [String: JSON] = [
            "rule": .string(rule), "subject": .string(subject.text), "fields": fields.json,
            "proposedAt": proposedAt.snapshot, "given": .array(signatures),
        ]
        members["content"] = content?.json
        return .object(members)
    }
}

extension Signature {
    fileprivate init?(snapshot json: JSON) {
        guard let capacity = json["as"]?.string.flatMap(Capacity.init(rawValue:)),
            let organisation = json["organisation"]?.string
        else { return nil }
        self.init(
            actor: json["person"]?.string.map(Actor.person) ?? .clock, capacity: capacity,
            organisation: organisation)
    }

    fileprivate var snapshot: [String: JSON] {
        var members: [String: JSON] = [
            "as": .string(capacity.rawValue), "organisation": .string(organisation),
        ]
        members["person"] = actor.person.map(JSON.string)
        return members
    }
}
