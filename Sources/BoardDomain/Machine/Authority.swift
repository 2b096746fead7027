/// Who carries a row out: one signature, or several that together make one act.
package struct Authority: Hashable, Sendable {
    /// One entry a signature; any of its capacities may give it.
    package let signatures: [[Capacity]]
    /// `A→B`: signed in this order, each time by another person; `A+B` has no order.
    package let isOrdered: Bool

    /// One signature, by any of these.
    package static func any(_ capacities: Capacity...) -> Authority {
        Authority(signatures: [capacities], isOrdered: false)
    }

    /// `A+B`: all sign, in any order, each another person.
    package static func all(_ capacities: Capacity...) -> Authority {
        Authority(signatures: capacities.map { [$0] }, isOrdered: false)
    }

    /// `A→B`: A proposes, B, another person, confirms or sends back.
    package static func chain(_ capacities: Capacity...) -> Authority {
        Authority(signatures: capacities.map { [$0] }, isOrdered: true)
    }

    /// `A→B` with several who may propose.
    package static func proposed(by: [Capacity], confirmedBy: [Capacity]...) -> Authority {
        Authority(signatures: [by] + confirmedBy, isOrdered: true)
    }

    package var isInParts: Bool { signatures.count > 1 }

    package var capacities: Set<Capacity> { Set(signatures.joined()) }

    /// The signatures that may come next, as indices, when those of `given` are there.
    package func open(after given: [Int]) -> [Int] {
        let missing = signatures.indices.filter { !given.contains($0) }
        return isOrdered ? Array(missing.prefix(1)) : missing
    }

    /// `CASE→REV`, `ENT+SIG` in the words of the code.
    package var text: String {
        signatures.map { $0.map(\.rawValue).joined(separator: ",") }
            .joined(separator: isOrdered ? " → " : " + ")
    }
}
