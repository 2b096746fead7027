/// The states of the machine `panel`, in the words of the specification.
package enum PanelState: String, ChoiceValue, MachineState {
    case planned, declaring, confirmed, scoring, consensus, closed, dissolved

    package static let machine = Machine.panel

    package var isTerminal: Bool {
        [.dissolved].contains(self)
    }
}
