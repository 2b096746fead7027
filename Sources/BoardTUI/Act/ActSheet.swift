import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// How an object is told on the screen where one works on it, and what belongs to that work beside it.
enum ActSheet: Sendable {
    /// Its members as they stand in the file.
    case plain
    case bid, verification, evaluation

    /// Of the object that a duty is about.
    init(_ machine: Machine) {
        self =
            switch machine {
            case .bid: .bid
            case .verification: .verification
            case .evaluation, .evidence: .evaluation
            default: .plain
            }
    }

    var name: ScreenName {
        switch self {
        case .plain: .act
        case .bid: .bid
        case .verification: .verify
        case .evaluation: .evaluate
        }
    }

    /// Whether a command belongs to the work on an object though it is put to another one.
    func isNear(_ option: CommandOption, _ object: ObjectReference, _ file: JSON) -> Bool {
        let subject = option.subject
        switch self {
        case .plain: return false
        case .bid: return subject.machine == .question && subject.id.isEmpty
        case .verification: return option.command == "draft-protocol"
        case .evaluation:
            guard subject.machine == .evaluation || subject.machine == .evidence else {
                return false
            }
            // Of this contract's evaluation, where there are several.
            guard let own = EvaluationSheet.evaluation(of: object, in: file) else { return true }
            return subject.id.isEmpty
                || EvaluationSheet.evaluation(of: subject, in: file)?["id"] == own["id"]
        }
    }

    /// Whether its bidder can take a receipt home: once it has been sealed.
    func hasReceipt(_ bid: JSON?, _ object: ObjectReference) -> Bool {
        self == .bid && object.machine == .bid && bid?["commitment"] != nil
    }

    func lines(
        _ content: ActContent, _ object: ObjectReference, _ setting: Setting, columns: Int
    ) -> [FileLine] {
        let own: [FileLine]
        switch self {
        case .plain: return ActView.evidence(content, object, setting, columns: columns)
        case .bid:
            own = BidSheet(content: content, setting: setting, columns: columns).lines()
        case .verification:
            own = VerificationSheet(
                object: content.evidence, setting: setting, columns: columns
            ).lines()
        case .evaluation:
            let evaluation = EvaluationSheet.evaluation(of: object, in: content.file)
            own = EvaluationSheet(
                object: evaluation ?? content.evidence, setting: setting, columns: columns,
                item: object.machine == .evidence ? object.id : nil
            ).lines()
        }
        return ActView.above(content, object, setting, columns: columns) + own
    }
}
