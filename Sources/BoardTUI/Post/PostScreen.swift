import BoardDomain
import BoardService
import TerminalKit

/// 出题: a challenge as its enterprise poses it, in steps, from a blank sheet or a draft that is on the board.
///
/// It finds out what there is to do and gives way to the form, or to the text that waits for a signature.
struct PostScreen: Screen {
    enum Message: Sendable {
        case found(Answer<[ActChoice]>)
    }

    let name = ScreenName.post
    /// The draft's; nil for a new challenge.
    let stream: StreamID?
    private(set) var failure: SafeText?

    init(_ stream: StreamID? = nil) { self.stream = stream }

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        let stream = stream
        return [
            .ask { desk in
                guard let stream else {
                    return .found(.success(await desk.beginnings(of: .challenge)))
                }
                return .found(
                    await desk.options(in: stream).map { options in
                        options.map { ActChoice(option: $0, stream: stream) }
                    })
            }
        ]
    }

    /// It has asked already; a second answer would open a second form.
    mutating func refresh(in setting: Setting) -> [Step<Message>] { [] }

    func message(for event: InputEvent, in setting: Setting) -> Message? { nil }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .found(.failure(let fault)): failure = fault.words
        case .found(.success(let choices)):
            let wanted = ["create", "submit"]
            let choice = choices.first {
                $0.option.subject.machine == .challenge && wanted.contains($0.command)
            }
            guard let choice else {
                failure = setting.text("tui.post.nothing")
                return []
            }
            guard choice.isAllowed, choice.option.pending == nil else {
                return [
                    .replace(
                        ActScreen(
                            on: ObjectReference(.challenge), of: choice.stream,
                            toward: choice.command))
                ]
            }
            let later = choices.first {
                $0.option.subject.machine == .challenge && $0.command == "revise" && $0.isAllowed
            }
            return [.replace(FormScreen(Self.plan(choice, later: later)))]
        }
        return []
    }

    /// By steps: basics, need, money, call, conditions, rubric, pledges, and all of it to read.
    static func plan(_ choice: ActChoice, later: ActChoice?) -> FormPlan {
        var plan = FormPlan(choice)
        plan.name = .post
        plan.layout = .steps
        plan.later = later
        return plan
    }

    func keys(in setting: Setting) -> [KeyUse] { [] }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(
            Text(
                failure ?? setting.text("tui.loading"),
                style: setting.theme[failure == nil ? .muted : .danger]),
            in: frame.bounds.inset(columns: 2, rows: 1))
    }
}
