/// What is said about what stands in a field. A pure function of the text gives it, so it is asked for again in every frame and is always true of
/// what is seen.
public enum FieldVerdict: Hashable, Sendable {
    /// As it should be; perhaps with something worth knowing.
    case good(SafeText = .empty)
    /// Not all of it is there yet. While one types that is no fault; once the caret has left it is one.
    case unfinished(SafeText)
    /// It cannot stay like this.
    case wrong(SafeText)

    /// What it says.
    public var message: SafeText {
        switch self {
        case .good(let message), .unfinished(let message), .wrong(let message): message
        }
    }

    /// Whether it can be used as it is.
    public var isGood: Bool {
        if case .good = self { true } else { false }
    }

    /// Whether to say that something has to be changed.
    /// - Parameter isTyping: whether the person may still be on the way there.
    public func isFault(isTyping: Bool) -> Bool {
        switch self {
        case .good: false
        case .unfinished: !isTyping
        case .wrong: true
        }
    }
}

/// What a field has made of a key or a click.
public enum FieldOutcome: Hashable, Sendable {
    /// Nothing: it is for whoever holds the field.
    case ignored
    /// The caret or what is in sight; the value is what it was.
    case taken
    /// Another value.
    case changed
    /// Enter, where a field has no other use for it: on to the next.
    case submitted
}
