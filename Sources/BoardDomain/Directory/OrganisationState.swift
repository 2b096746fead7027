/// The states of the machine `organisation`, in the words of the specification.
package enum OrganisationState: String, ChoiceValue, MachineState {
    case registered, verified, refused, suspended, merged, dissolved

    package static let machine = Machine.organisation

    package var isTerminal: Bool {
        [.refused, .merged, .dissolved].contains(self)
    }
}
