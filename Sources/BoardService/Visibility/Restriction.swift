import BoardDomain

/// What is restricted: whoever is shown it is put on record, but for those whose own it is (I27).
///
/// Of a case: terms that its confidentiality class keeps from the public, contacts, the content of opened
/// bids, the sheets of experts and what they declare.
enum Restriction {
    /// The objects that the file of a case shows to a viewer.
    static func shown(in found: Case, to viewer: Viewer) -> Set<String> {
        var objects: Set<String> = []
        let challenge = found.challenge
        let seesKeptTerms =
            keepsTerms(found, from: viewer) && CaseSight.seesTerms(found, viewer)
        if seesKeptTerms || keepsContact(found, from: viewer) {
            objects.insert(challenge.reference.text)
        }
        objects.formUnion(bids(in: found, to: viewer))
        let phase = BidSight.Phase(of: challenge)
        for sheet in found.sheets.all where viewer.isOfficial && phase >= .noticed {
            let isOwn = found.seats[sheet.seat].map { $0.person == viewer.person } ?? false
            if !isOwn, !sheet.scores.isEmpty { objects.insert(sheet.reference.text) }
        }
        return objects
    }

    /// The bids whose content a viewer reads and did not write.
    static func bids(in found: Case, to viewer: Viewer) -> Set<String> {
        Set(
            found.bids.all.filter { bid in
                bid.content != nil && !viewer.isBidder(bid)
                    && BidSight.of(bid, in: found, for: viewer).content
            }.map(\.reference.text))
    }

    /// The object that an event tells a viewer something restricted of; nil for none. Contacts are judged
    /// where they are told.
    static func object(of event: Event, in found: Case, to viewer: Viewer) -> String? {
        let isOwnAct = event.by.actor.person != nil && event.by.actor.person == viewer.person
        let isRestricted: Bool
        switch event.type {
        case .bidOpened:
            isRestricted = found.bids[event.subject.id].map { !viewer.isBidder($0) } ?? false
        case .declarationSigned, .conflictReported, .argumentDeclared, .argumentConflictReported,
            .sheetOpened, .scoresLocked:
            isRestricted = !isOwnAct
        case .challengeDrafted, .challengeRevised, .challengeSubmitted, .argumentOpened,
            .listPublished, .termsAmended:
            isRestricted = keepsTerms(found, from: viewer)
        default: isRestricted = false
        }
        return isRestricted ? event.subject.text : nil
    }

    private static func keepsTerms(_ found: Case, from viewer: Viewer) -> Bool {
        found.challenge.terms.confidentiality != .open && !viewer.isEnterprise
    }

    private static func keepsContact(_ found: Case, from viewer: Viewer) -> Bool {
        let challenge = found.challenge
        let sight = ContactSight(
            stream: StreamID(.challenge, found.id), found: found, viewer: viewer)
        return challenge.contact != nil && !challenge.isContactErased
            && sight.sees(challenge.reference) && !sight.isOwn(challenge.reference)
    }

    /// Of a stream that is no case: what an expert declares of itself, and a report that has not led to
    /// anything that the public knows.
    static func object(
        of event: Event, in id: StreamID, _ aggregate: any Aggregate, to person: PersonID?
    ) -> String? {
        switch aggregate {
        case is PersonFile:
            return event.fields[F.profile] != nil && person != id.id
                ? event.subject.text : nil
        case let file as SanctionFile:
            guard let sanction = file.sanction, sanction.effectiveAt == nil else { return nil }
            return person == sanction.reporter || person == sanction.target
                ? nil : event.subject.text
        default: return nil
        }
    }
}
