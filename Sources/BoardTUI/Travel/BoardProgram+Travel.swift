import BoardService
import TerminalKit

extension BoardProgram {
    /// Sets out for another time of the board, or comes back to the one that was opened.
    ///
    /// All screens stay and know anew; acts are refused there, for nothing can be recorded in the past.
    func travel(to moment: AsOf?, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        guard !model.screens.contains(where: \.screen.isUnsaved) else {
            return tell(model.setting.text("tui.unsaved.first"), .warning, &model)
        }
        guard let moment else { return arrive(at: nil, &model) }
        model.journeys += 1
        let (present, database, desk) = (opening.board, opening.database, desk(model))
        let journey = Journey(
            number: model.journeys, moment: moment,
            board: LongAnswer { progress in
                await desk.answer {
                    try await present.past(path: database, asOf: moment, progress: progress)
                }
            })
        model.overlay = .travelling(journey)
        return [.perform { .travelled(journey, await journey.board.next()) }]
    }

    func take(
        _ news: LongAnswer<LocalBoard>.News?, of journey: Journey, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        guard case .travelling(var current)? = model.overlay, current == journey else { return [] }
        switch news {
        case .progress(let done, let whole):
            (current.done, current.whole) = (done, whole)
            model.overlay = .travelling(current)
            return [.perform { .travelled(journey, await journey.board.next()) }]
        case .answer(.success(let board)):
            model.overlay = nil
            return arrive(at: board, &model)
        case .answer(.failure(let fault)):
            model.overlay = nil
            return tell(fault.words, .danger, &model)
        case nil:
            model.overlay = nil
            return []
        }
    }

    private func arrive(at past: LocalBoard?, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        model.past = past
        model.generation += 1
        model.setting.isPast = past != nil || opening.isPast
        return [standing(model), header(model)] + hear(after: model.position, model)
            + refresh(&model)
    }
}
