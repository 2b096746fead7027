/// The states of the machine `pool`, in the words of the specification.
package enum PoolState: String, ChoiceValue, MachineState {
    case open, closing, closed

    package static let machine = Machine.pool

    package var isTerminal: Bool {
        [.closed].contains(self)
    }
}
