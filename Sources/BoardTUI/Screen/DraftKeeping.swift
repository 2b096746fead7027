import BoardDomain
import TerminalKit

/// Keeps what is typed on a screen beside the database, one write at a time: what is typed while one is under
/// way goes with the next.
struct DraftKeeping: Sendable {
    /// Whether a draft is on its way to the disk, and whether more has been typed since.
    private var isKeeping = false
    private var isChanged = false
    /// Whether what was typed last could not be kept.
    private(set) var isUnkept = false

    /// Keeps a draft, or has it wait for the one that is under way.
    mutating func keep<Message: Sendable>(
        _ draft: JSON, as name: String, telling message: @escaping @Sendable (Fault?) -> Message
    ) -> [Step<Message>] {
        guard !isKeeping else {
            isChanged = true
            return []
        }
        isKeeping = true
        isChanged = false
        let turn = DraftTurn()
        return [.ask { message($0.keep(draft, as: name, in: turn)) }]
    }

    /// One was kept, or why it could not be.
    ///
    /// - Returns: whether more has been typed since, which has to be kept now.
    mutating func settle(_ fault: Fault?) -> Bool {
        isKeeping = false
        isUnkept = fault != nil
        return isChanged
    }

    /// Nothing of it comes back: it is recorded, and its draft thrown away.
    mutating func forget() { self = DraftKeeping() }

    /// Keeps what is on its way to the disk, could not be kept, or was typed since; nil where nothing was.
    func parting(_ draft: JSON, as name: String) -> (@Sendable (BoardDesk) -> Void)? {
        guard isKeeping || isChanged || isUnkept else { return nil }
        let turn = DraftTurn()
        return { _ = $0.keep(draft, as: name, in: turn) }
    }
}
