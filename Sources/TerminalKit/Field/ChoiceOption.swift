/// One of the things to choose from.
public struct ChoiceOption<ID: Hashable & Sendable>: Hashable, Sendable, Identifiable {
    /// What it stays known by, whatever the others are.
    public var id: ID
    /// What it is called; the filter looks here.
    public var title: SafeText
    /// What else is worth knowing; the filter looks here too.
    public var detail: SafeText
    /// Why it cannot be chosen; nil where it can.
    public var reason: SafeText?

    /// One that can be chosen, unless a reason says why not.
    public init(
        _ id: ID, _ title: SafeText, detail: SafeText = .empty, reason: SafeText? = nil
    ) {
        self.id = id
        self.title = title
        self.detail = detail
        self.reason = reason
    }
}
