import BoardDomain
import BoardEventLog

/// Holds the contacts that openers hand over against the contents that they hand over: the domain sees a
/// contact only when it has been encrypted, and whoever opens could else put another in its place.
///
/// A seal from which no such contact came out was opened by no honest opener: `ShareVault` calls that bid
/// faulty, and hands over neither.
struct RevealedContacts {
    let command: Command

    /// Throws `contactDiffers`, naming the bid, where one is missing or another (I7).
    func check() throws(Refusal) {
        for seen in command.fields[F.revealed] where !agrees(seen) {
            throw Refusal(rule: "I7", Breach(.contactDiffers, given: .string(seen.bid)))
        }
    }

    private func agrees(_ seen: RevealedBid) -> Bool {
        let plain: JSON?
        switch seen.contact?.text {
        case .plain(let given): plain = given
        case .sealed: return false
        case nil: plain = nil
        }
        // Of what is no content nothing is recorded, and the bid is invalid (B10).
        guard let bytes = seen.content.flatMap(Hexadecimal.bytes),
            let content = try? BidContent(canonical: bytes)
        else { return plain == nil }
        switch content.contact.reach {
        case .committed(let digest):
            let reach = plain.flatMap { ContactReach(canonical: $0.canonical) }
            return reach?.digest(SodiumDigest.function) == digest
        case .written(let phone, let email):
            return plain == ["email": .string(email), "phone": .string(phone)]
        case .withheld: return plain == nil
        }
    }
}

extension RefusalCode {
    static let contactDiffers = RefusalCode("contactDiffers")
}
