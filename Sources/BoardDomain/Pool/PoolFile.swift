/// The stream of a budget pool.
package struct PoolFile: Aggregate {
    /// `JBGS-2026`.
    package let id: String
    package var docket = Docket()
    package internal(set) var pools = Roll<Pool>()

    package static let machines: [Machine] = [.pool]

    package var pool: Pool? { pools.last }

    package func ids(of machine: Machine) -> [String] {
        machine == .pool ? pools.all.map(\.id) : []
    }

    package func state(of reference: ObjectReference) -> String? {
        reference.machine == .pool ? pools[reference.id]?.state.rawValue : nil
    }

    package mutating func evolveObject(_ event: Event) { pools.evolve(event) }
}
