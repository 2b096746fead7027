/// The states of the machine `appointment`, in the words of the specification.
package enum AppointmentState: String, ChoiceValue, MachineState {
    case proposed, active, refused, ended

    package static let machine = Machine.appointment

    package var isTerminal: Bool {
        [.refused, .ended].contains(self)
    }
}
