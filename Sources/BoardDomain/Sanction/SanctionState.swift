/// The states of the machine `sanction`, in the words of the specification.
package enum SanctionState: String, ChoiceValue, MachineState {
    case reported, dropped, defence, decided, closed, effective, repairAsked, expired, repaired
    case overturned

    package static let machine = Machine.sanction

    package var isTerminal: Bool {
        [.dropped, .closed, .expired, .repaired, .overturned].contains(self)
    }
}
