import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What an expert has before him: his seat, the bids without names, the rubric, his own sheet. Nothing of
/// the others before the reveal.
struct ScoreContent: Sendable {
    let file: JSON
    let choices: [ActChoice]
    let policy: Policy?

    /// A bid as experts know it: by its number alone.
    struct Bid: Identifiable, Sendable {
        let id: String
        /// From 1, in the order of the file.
        let number: Int
        let content: [String: JSON]
    }

    /// How far the expert has come.
    enum Stage: Hashable, Sendable {
        /// Silence is to be pledged first, then no interest in the names that are shown.
        case confidentiality, declaration
        /// Declared; the others have not, or the evaluation has not begun.
        case waiting
        case scoring
        /// Locked; the others are not.
        case locked
        /// Revealed: one's own scores may be replaced, with a reason.
        case consensus
        case closed
    }

    var seat: JSON? { file["ownSeat"] }

    var isChair: Bool { seat?["chair"]?.boolean ?? false }

    var bids: [Bid] {
        (file["bids"]?.array ?? []).filter { $0["content"] != nil }.enumerated().compactMap {
            index, row in
            (row["anonymous"] ?? row["id"])?.string.map {
                Bid(id: $0, number: index + 1, content: row["content"]?.object ?? [:])
            }
        }
    }

    var rubric: [Criterion] { file["terms"]?["rubric"].flatMap([Criterion].init(json:)) ?? [] }

    /// The expert's own sheet of the present round, by the last that is his.
    private var sheet: JSON? {
        let round = seat?["round"]
        return (file["sheets"]?.array ?? []).last {
            $0["id"] != nil && $0["round"] == round && $0["state"]?.string != "void"
        }
    }

    var sheetID: String? { sheet?["id"]?.string }

    /// As they are locked; empty while they are being typed.
    var locked: [SheetScore] { sheet?["scores"].flatMap([SheetScore].init(json:)) ?? [] }

    var divergences: [JSON] { file["divergences"]?.array ?? [] }

    var stage: Stage {
        guard let seat else { return .closed }
        if seat["state"]?.string == SeatState.invited.rawValue {
            return seat["confidential"]?.boolean == true ? .declaration : .confidentiality
        }
        switch seat["panel"]?.string.flatMap(PanelState.init(rawValue:)) {
        case .consensus: return .consensus
        case .closed, .dissolved, nil: return .closed
        default: break
        }
        switch sheet?["state"]?.string.flatMap(SheetState.init(rawValue:)) {
        case .editing: return .scoring
        case .locked: return .locked
        default: return .waiting
        }
    }

    /// What may be done about an object, the first that is allowed.
    func choice(_ command: String, of machine: Machine, id: String? = nil) -> ActChoice? {
        let found = choices.filter {
            $0.command == command && $0.option.subject.machine == machine
                && (id == nil || $0.option.subject.id == id)
        }
        return found.first(where: \.isAllowed) ?? found.first
    }

    /// What the present stage asks for.
    var main: ActChoice? {
        let seatID = seat?["id"]?.string
        switch stage {
        case .confidentiality: return choice("sign-confidentiality", of: .seat, id: seatID)
        case .declaration: return choice("declare", of: .seat, id: seatID)
        case .scoring: return choice("lock", of: .sheet, id: sheetID)
        case .consensus: return isChair ? choice("close-consensus", of: .challenge) : nil
        case .waiting, .locked, .closed: return nil
        }
    }

    /// How an expert steps down: before he has declared, or once he finds a conflict.
    var refusal: ActChoice? {
        let seatID = seat?["id"]?.string
        let decline = choice("decline", of: .seat, id: seatID)
        return decline?.isAllowed == true
            ? decline : choice("recuse-oneself", of: .seat, id: seatID)
    }

    /// `K7QM` as `申报方 1`.
    func name(of bid: String, _ setting: Setting) -> SafeText {
        let number = bids.first { $0.id == bid }?.number ?? 0
        return setting.text("tui.score.bid", ["number": String(number), "code": bid])
    }
}

extension BoardDesk {
    func scoreContent(of stream: StreamID) async -> Answer<ScoreContent> {
        await answer {
            let file = try await board.shown(stream, as: person, at: instant)
            let options: [CommandOption] =
                person == nil
                ? [] : try await board.options(for: person ?? "", in: stream, at: instant)
            return ScoreContent(
                file: file, choices: options.map { ActChoice(option: $0, stream: stream) },
                policy: try? await board.rules(at: instant).policy)
        }
    }
}
