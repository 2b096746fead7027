/// What was typed before, to be taken back: one step for a run of typing or of removing.
struct EditHistory: Hashable, Sendable {
    struct State: Hashable, Sendable {
        var text: SafeText
        var caret: Int
    }

    enum Kind { case typing, removing, other }

    /// Steps that can be taken back.
    private static let most = 200
    private var past: [State] = []
    private var future: [State] = []
    private var run: Kind?

    init() {}

    mutating func note(_ state: State, _ kind: Kind) {
        future = []
        defer { run = kind == .other ? nil : kind }
        if kind != .other, run == kind { return }
        past.append(state)
        if past.count > Self.most { past.removeFirst() }
    }

    mutating func pause() { run = nil }

    mutating func undo(from state: State) -> State? {
        run = nil
        guard let last = past.popLast() else { return nil }
        future.append(state)
        return last
    }

    mutating func redo(from state: State) -> State? {
        run = nil
        guard let next = future.popLast() else { return nil }
        past.append(state)
        return next
    }
}
