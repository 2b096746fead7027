/// The states of the machine `verification`, in the words of the specification.
package enum VerificationState: String, ChoiceValue, MachineState {
    case protocolDraft, frozen, scheduled, running, reported, countersigned, passed, conditional
    case failed, disputed, retest, final, voided

    package static let machine = Machine.verification

    package var isTerminal: Bool {
        [.final, .voided].contains(self)
    }
}
