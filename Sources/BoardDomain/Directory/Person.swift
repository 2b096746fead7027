/// A natural person of the board.
package struct Person: CaseObject {
    package let id: String
    package var state: PersonState
    package internal(set) var name: String = ""
    /// Digest of the identity number: one natural person once (G5).
    package internal(set) var naturalKey: Digest?
    package internal(set) var profile: ExpertProfile = ExpertProfile()
    /// Since when its appointments rest (G6).
    package internal(set) var suspendedAt: Instant?

    package init(id: String, state: PersonState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .personInvited:
            name = event.fields[F.name, default: ""]
            naturalKey = event.fields[F.naturalKey] ?? naturalKey
            profile = event.fields[F.profile] ?? profile
        case .personProfiled: profile = event.fields[F.profile] ?? profile
        case .personSuspended: suspendedAt = event.at
        case .personReinstated: suspendedAt = nil
        default: break
        }
    }
}
