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
        case .board: BoardScreen()
        case .dashboard: DashboardScreen()
        case .directory: DirectoryScreen()
        case .audit: AuditScreen()
        case .post: PostScreen()
        case .begin: BeginScreen()
        default: nil
        }
    }

    /// Where a duty is done.
    static func work(
        on object: ObjectReference, of stream: StreamID, toward command: String?
    ) -> any Screen {
        switch (object.machine, command) {
        case (.challenge, "create"), (.challenge, "submit"), (.challenge, "revise"):
            PostScreen(stream)
        case (.seat, "declare"), (.seat, "sign-confidentiality"), (.sheet, _),
            (.challenge, "close-consensus"), (.panel, nil):
            ScoreScreen(stream)
        default: ActScreen(on: object, of: stream, toward: command, as: ActSheet(object.machine))
        }
    }

    /// Where a challenge is posed; of a stream, its draft.
    static func post(_ stream: StreamID? = nil) -> any Screen { PostScreen(stream) }

    /// Where a command's fields are filled in.
    static func form(for choice: ActChoice, evidence: JSON?) -> any Screen {
        let option = choice.option
        guard option.pending == nil, !choice.sendsBack else {
            return FormScreen(FormPlan(choice), evidence: evidence)
        }
        switch (option.subject.machine, option.command) {
        case (.bid, "seal"): return FormScreen(BidForm.plan(choice), evidence: evidence)
        case (.challenge, "create"):
            return FormScreen(PostScreen.plan(choice, later: nil), evidence: evidence)
        case (.challenge, "submit"): return PostScreen(choice.stream)
        default: return FormScreen(FormPlan(choice), evidence: evidence)
        }
    }

    /// The file of a stream, to read.
    static func file(of stream: StreamID) -> any Screen {
        CaseScreen(of: stream)
    }
}
