package import BoardDomain

/// Which board a log belongs to.
package struct BoardIdentity: Sendable, Equatable {
    /// `live` is the county's own; a `sample` lets sample people in; a `simulation` runs on a
    /// made clock.
    package enum Kind: String, Sendable, CaseIterable { case live, sample, simulation }

    /// A UUID in lower case: the chain starts from it.
    package let id: String
    package let name: String
    package let kind: Kind
    package let createdAt: Instant

    package init(id: String, name: String, kind: Kind, createdAt: Instant) {
        self.id = id.lowercased()
        self.name = name
        self.kind = kind
        self.createdAt = createdAt
    }
}
