/// The states of the machine `bid`, in the words of the specification.
package enum BidState: String, ChoiceValue, MachineState {
    case draft, sealed, withdrawn, staleTerms, lapsed, unopened, opened, invalid, cure, qualified
    case disqualified, scored, proposed, reserve, notSelected, awarded, declined, awardLapsed
    case revoked

    package static let machine = Machine.bid

    package var isTerminal: Bool {
        [.lapsed, .unopened, .invalid, .declined, .awardLapsed, .revoked].contains(self)
    }
}
