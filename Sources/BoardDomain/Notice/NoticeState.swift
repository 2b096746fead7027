/// The states of the machine `notice`, in the words of the specification.
package enum NoticeState: String, ChoiceValue, MachineState {
    case published, running, suspended, ended, superseded

    package static let machine = Machine.notice

    package var isTerminal: Bool {
        [.ended, .superseded].contains(self)
    }
}
