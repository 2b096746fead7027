package import BoardService

/// How the program ends; scripts rely on these numbers.
package enum ExitStatus: Int32, Sendable {
    case done = 0
    /// A rule spoke against it; nothing has changed.
    case refused = 1
    case usage = 2
    case notFound = 3
    /// Somebody else was faster, or is writing.
    case conflict = 4
    case storage = 5
}

extension ExitStatus {
    package init(_ kind: FaultKind) {
        self =
            switch kind {
            case .refused: .refused
            case .usage: .usage
            case .notFound: .notFound
            case .conflict: .conflict
            case .storage: .storage
            }
    }
}
