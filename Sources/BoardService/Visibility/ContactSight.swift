import BoardDomain

/// Who reads how somebody is reached, wherever it stands: in the file of a case and in its events.
struct ContactSight: Sendable {
    let stream: StreamID
    /// Nil of a stream that is no case, where nobody does.
    let found: Case?
    let viewer: Viewer

    /// Of a challenge the officials and the enterprise; of a bid whoever reads its content and knows
    /// whose it is.
    func sees(_ object: ObjectReference) -> Bool {
        guard let found else { return false }
        switch object.machine {
        case .challenge: return viewer.isOfficial || viewer.isEnterprise
        case .bid:
            guard let bid = found.bids[object.id] else { return false }
            let sight = BidSight.of(bid, in: found, for: viewer)
            return sight.content && sight.bidder
        default: return false
        }
    }

    /// Whether it is the viewer's own, so that reading it is on no record (I27).
    func isOwn(_ object: ObjectReference) -> Bool {
        switch object.machine {
        case .challenge: viewer.isEnterprise
        case .bid: found?.bids[object.id].map(viewer.isBidder) ?? false
        default: false
        }
    }

    /// What an object holds of it, as a file shows it: under the object's own name, whatever name stands
    /// there; nil for who may not read it.
    func text(_ text: ProtectedText?, of object: ObjectReference) -> JSON? {
        guard sees(object) else { return nil }
        return text.map {
            ProtectedText($0.text, of: ProtectedText.subject(object, of: stream)).json
        }
    }
}

extension LocalBoard {
    func contactSight(
        of stream: StreamID, in world: World, as person: PersonID?, at now: Instant
    ) -> ContactSight {
        let found = world[stream].aggregate as? Case
        return ContactSight(
            stream: stream, found: found,
            viewer: found.map { viewer(person, of: $0, at: now) } ?? .publicReader)
    }

    /// An event's fields with how its object is reached, in clear for who may read it; where nobody may,
    /// `{"withheld": true}` stands there.
    ///
    /// - Returns: also whether somebody else's is told in them.
    func told(_ event: Event, by sight: ContactSight) async throws -> (
        fields: JSON, isRestricted: Bool
    ) {
        let fields = event.fields.json
        guard ContactReading.holdsContact(fields) else { return (fields, false) }
        guard sight.sees(event.subject) else { return (ContactReading.withheld(fields), false) }
        let subject = ProtectedText.subject(event.subject, of: sight.stream)
        let keys = try await log.personKeys(of: [subject])
        let reading = ContactReading(keys: keys)
        let told = reading.cleared(fields, of: subject)
        return (told, reading.tells(fields, of: subject) && !sight.isOwn(event.subject))
    }
}
