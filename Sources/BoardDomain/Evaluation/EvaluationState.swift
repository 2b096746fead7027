/// The states of the machine `evaluation`, in the words of the specification.
package enum EvaluationState: String, ChoiceValue, MachineState {
    case opened, collecting, checking, rated, disputed, final, rechecked

    package static let machine = Machine.evaluation

    package var isTerminal: Bool {
        [.rechecked].contains(self)
    }
}
