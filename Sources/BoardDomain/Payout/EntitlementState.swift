/// The states of the machine `entitlement`, in the words of the specification.
package enum EntitlementState: String, ChoiceValue, MachineState {
    case open, settled, refused, waived

    package static let machine = Machine.entitlement

    package var isTerminal: Bool {
        [.settled, .refused, .waived].contains(self)
    }
}
