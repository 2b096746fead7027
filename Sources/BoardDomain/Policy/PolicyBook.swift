/// Why policies cannot be kept together.
package enum PolicyBookFault: Error, Hashable, Sendable {
    case versionTwice(String)
    case dayTwice(Day)
}

/// The versions of the policy, each in force from its day until the next one's.
package struct PolicyBook: Sendable {
    /// By the day from which they are in force.
    package let policies: [Policy]

    package init(_ policies: [Policy]) throws(PolicyBookFault) {
        let sorted = policies.sorted { $0.from < $1.from }
        var versions: Set<String> = []
        for (index, policy) in sorted.enumerated() {
            guard versions.insert(policy.version).inserted else {
                throw .versionTwice(policy.version)
            }
            guard index == 0 || sorted[index - 1].from < policy.from else {
                throw .dayTwice(policy.from)
            }
        }
        self.policies = sorted
    }

    /// The policy in force on a day; nil before the first one.
    package func inForce(on day: Day) -> Policy? { policies.last { $0.from <= day } }

    /// The policy in force at an instant, by its day at +08:00; nil before the first one.
    package func inForce(at instant: Instant) -> Policy? { inForce(on: instant.day) }

    /// The policy that a recorded decision names.
    package subscript(version: String) -> Policy? { policies.first { $0.version == version } }
}
