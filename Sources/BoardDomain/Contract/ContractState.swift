/// The states of the machine `contract`, in the words of the specification.
package enum ContractState: String, ChoiceValue, MachineState {
    case draft, agreed, signedByOne, signed, registered, effective, amending, delivered, accepted
    case closed, terminated, rescinded

    package static let machine = Machine.contract

    package var isTerminal: Bool {
        [.closed, .terminated, .rescinded].contains(self)
    }
}
