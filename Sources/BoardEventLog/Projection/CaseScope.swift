/// Which cases a viewer knows of: all but those in a hidden state, of which only his own (§15).
package struct CaseScope: Sendable, Hashable {
    package var hiddenStates: Set<String>
    /// USCCs.
    package var ownEnterprises: Set<String>

    package static let everything = CaseScope(hiddenStates: [], ownEnterprises: [])

    package init(hiddenStates: Set<String>, ownEnterprises: Set<String>) {
        self.hiddenStates = hiddenStates
        self.ownEnterprises = ownEnterprises
    }

    package func admits(_ row: CaseRow) -> Bool {
        !hiddenStates.contains(row.state) || ownEnterprises.contains(row.enterprise)
    }
}
