import Synchronization

/// The place of a draft in the order in which drafts were typed.
///
/// They are kept beside the program's loop, so that two may be on their way at once: what was typed earlier never comes to the disk after what was
/// typed later, and nothing comes after it was discarded.
struct DraftTurn: Sendable {
    private static let last = Atomic(0)
    /// By draft, the turn that was taken last.
    private static let taken = Mutex<[String: Int]>([:])

    private let number: Int

    /// After all that were given before.
    init() { number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Does it, unless a later turn was faster.
    func take<Failure: Error>(_ draft: String, _ body: () throws(Failure) -> Void) throws(Failure) {
        try Self.taken.withLock { taken throws(Failure) in
            guard taken[draft, default: 0] < number else { return }
            taken[draft] = number
            try body()
        }
    }
}
