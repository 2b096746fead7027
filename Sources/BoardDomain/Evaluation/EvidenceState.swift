/// The states of the machine `evidence`, in the words of the specification.
package enum EvidenceState: String, ChoiceValue, MachineState {
    case submitted, confirmed, checked, refused, excluded, withdrawn

    package static let machine = Machine.evidence

    package var isTerminal: Bool {
        [.checked, .refused, .excluded, .withdrawn].contains(self)
    }
}
