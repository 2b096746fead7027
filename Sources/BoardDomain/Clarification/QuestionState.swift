/// The states of the machine `question`, in the words of the specification.
package enum QuestionState: String, ChoiceValue, MachineState {
    case asked, drafted, answered, merged, refused, withdrawn, unanswered

    package static let machine = Machine.question

    package var isTerminal: Bool {
        [.merged, .refused, .withdrawn, .unanswered].contains(self)
    }
}
