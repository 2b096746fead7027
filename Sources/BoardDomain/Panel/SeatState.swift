/// The states of the machine `seat`, in the words of the specification.
package enum SeatState: String, ChoiceValue, MachineState {
    case invited, declared, declined, recused, noShow, released

    package static let machine = Machine.seat

    package var isTerminal: Bool {
        [.declined, .recused, .noShow, .released].contains(self)
    }
}
