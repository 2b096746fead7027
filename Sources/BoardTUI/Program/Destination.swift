import BoardDomain
import TerminalKit

/// A place that can be gone to from everywhere, by its digit.
struct Destination: Sendable {
    let name: ScreenName
    let key: Unicode.Scalar

    static let all = [
        Destination(name: .inbox, key: "1"), Destination(name: .board, key: "2"),
        Destination(name: .dashboard, key: "3"), Destination(name: .directory, key: "4"),
        Destination(name: .audit, key: "5"),
    ]

    static func name(of key: Unicode.Scalar) -> ScreenName? {
        all.first { $0.key == key }?.name
    }

    /// The screen of a place; nil for those that need to know of which object they are.
    static func screen(_ name: ScreenName) -> (any Screen)? {
        switch name {
        case .inbox: InboxScreen()
        default: nil
        }
    }

    /// Where a duty is done.
    static func work(
        on object: ObjectReference, of stream: StreamID, toward command: String?
    ) -> any Screen {
        ActScreen(on: object, of: stream, toward: command)
    }

    /// Where a command's fields are filled in.
    static func form(for choice: ActChoice, evidence: JSON?) -> any Screen {
        FormScreen(choice, evidence: evidence)
    }

    /// The file of a stream, to read.
    static func file(of stream: StreamID) -> any Screen {
        ActScreen(
            on: ObjectReference(type(of: Stream(stream).aggregate).machines[0]), of: stream)
    }
}
