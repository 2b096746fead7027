import BoardDomain

extension Road {
    /// How the draft's person and the winner's are reached goes when it is needed no more (G7).
    func eraseContacts(_ found: Case) async throws {
        let winner = found.bids.in(.awarded).first.map(\.reference)
        let administrator = try stage.cast.one(.administrator, number)
        for object in [found.challenge.reference, winner].compactMap(\.self) {
            try await act("erase-contact", object, as: administrator) {
                give("erasure", "contractClause", to: &$0)
            }
        }
    }
}
