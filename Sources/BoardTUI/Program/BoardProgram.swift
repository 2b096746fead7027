import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The board's full-screen program: a stack of screens between a header and a footer.
struct BoardProgram: Program {
    typealias Model = BoardModel
    typealias Message = BoardMessage

    let opening: TerminalOpening

    // MARK: Begin

    func begin(size: Size) -> (BoardModel, [Effect<BoardMessage>]) {
        let texts = Texts(opening.language, namingFields: false)
        var model = BoardModel(
            setting: Setting(
                person: opening.person, personName: .empty, roles: [],
                wording: ValueWording(texts), theme: opening.theme, now: opening.now, size: size,
                isPast: opening.isPast))
        model.position = opening.position
        var effects: [Effect<BoardMessage>] = [
            .title(model.setting.text("tui.title", ["board": opening.board.identity.name])),
            standing(model), header(model),
        ]
        effects += hear(after: opening.position, model) + tick()
        if opening.person == nil, opening.mayPickPerson { effects.append(persons(model)) }
        effects += open(first(opening.screen), &model)
        return (model, effects)
    }

    private func first(_ name: ScreenName?) -> any Screen {
        switch name {
        case .inbox, nil: InboxScreen()
        case let name?: Destination.screen(name) ?? InboxScreen()
        }
    }

    func message(for event: SessionEvent, _ model: BoardModel) -> BoardMessage? {
        switch event {
        case .input(let event): .input(event)
        case .resized(let size): .resized(size)
        case .asked, .askedToStop, .closed: nil
        }
    }

    // MARK: Update

    func update(_ model: inout BoardModel, _ message: BoardMessage) -> [Effect<BoardMessage>] {
        switch message {
        case .input(let event): return take(event, &model)
        case .resized(let size):
            model.setting.size = size
            return onEvery(&model) { $0.resized(in: $1) }
        case .answered(let number, let answer):
            guard let place = model.screens.firstIndex(where: { $0.number == number }) else {
                return []
            }
            let steps = model.screens[place].update(answer, in: model.setting)
            return carryOut(steps, of: number, &model)
        case .stood(let answer, let person):
            guard person == model.setting.person else { return [] }
            return take(answer, &model)
        case .header(.success(let statistics)):
            model.header = HeaderFigures(statistics)
            return []
        case .header(.failure): return []
        case .moved(let position, let generation):
            guard generation == model.generation else { return [] }
            guard let position else {
                model.isLive = false
                return []
            }
            model.position = position
            return hear(after: position, model) + [standing(model), header(model)]
                + refresh(&model)
        case .ticked: return [standing(model)] + tick()
        case .toastGone(let number):
            model.toasts.dismiss(number)
            return []
        case .parted(let number):
            model.parted(number)
            return []
        case .persons(let entries):
            model.overlay = .persons(PersonPickerState(entries))
            return []
        case .travelled(let journey, let news): return take(news, of: journey, &model)
        case .named(.success(let target), let command):
            let own = ObjectReference(type(of: Stream(target.stream).aggregate).machines[0])
            guard command != nil || target.object != nil else {
                return open(Destination.file(of: target.stream), &model)
            }
            return open(
                Destination.work(
                    on: target.object ?? own, of: target.stream, toward: command), &model)
        case .named(.failure(let fault), _): return tell(fault.words, .danger, &model)
        }
    }

    private func take(
        _ answer: Answer<BoardDesk.Standing>, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch answer {
        case .success(let standing):
            let isFirst = model.setting.personName.isEmpty && !standing.name.isEmpty
            model.setting.now = standing.now
            model.setting.personName = SafeText(standing.name)
            model.setting.roles = standing.roles
            model.setting.wording = standing.wording.speaking(model.setting.texts)
            return isFirst ? refresh(&model) : []
        case .failure(let fault): return tell(fault.words, .danger, &model)
        }
    }

    /// Every screen learns that what it knows may be old.
    func refresh(_ model: inout BoardModel) -> [Effect<BoardMessage>] {
        onEvery(&model) { $0.refresh(in: $1) }
    }

    private func onEvery(
        _ model: inout BoardModel, _ body: (inout StackedScreen, Setting) -> [Step<any Sendable>]
    ) -> [Effect<BoardMessage>] {
        var effects: [Effect<BoardMessage>] = []
        for place in model.screens.indices {
            let steps = body(&model.screens[place], model.setting)
            effects += carryOut(steps, of: model.screens[place].number, &model)
        }
        return effects
    }

    // MARK: Steps

    func carryOut(
        _ steps: [Step<any Sendable>], of number: Int, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        var effects: [Effect<BoardMessage>] = []
        for step in steps {
            switch step {
            case .ask(let question):
                // What a screen that was left still has to keep may be what this one asks for.
                let (desk, partings) = (desk(model), Array(model.partings.values))
                effects.append(
                    .perform {
                        for parting in partings { parting() }
                        return .answered(screen: number, await question(desk))
                    })
            case .open(let screen): effects += open(screen, &model)
            case .replace(let screen):
                effects += close(where: { $0.number == number }, &model)
                effects += open(screen, &model)
            case .close:
                // The last screen stays: there is nothing below it to go back to.
                guard model.screens.count > 1 else { break }
                effects += close(where: { $0.number == number }, &model)
            case .tell(let text, let role): effects += tell(text, role, &model)
            case .copy(let text): effects.append(.copy(text))
            case .recorded:
                effects += [standing(model), header(model)] + refresh(&model)
            case .travel(let moment): effects += travel(to: moment, &model)
            }
        }
        return effects
    }

    func open(_ screen: any Screen, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        let number = model.push(screen)
        let steps = model.screens[model.screens.count - 1].begin(in: model.setting)
        return carryOut(steps, of: number, &model)
    }

    /// Closes screens; what they still have to keep is kept beside.
    func close(
        where isClosed: (StackedScreen) -> Bool, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        let places = model.screens.indices.filter { isClosed(model.screens[$0]) }
        return model.close(places, desk(model)).compactMap { number in
            model.partings[number].map { parting in
                .perform {
                    parting()
                    return .parted(number)
                }
            }
        }
    }

    func tell(
        _ text: SafeText, _ role: Theme.Role, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        let number = model.toasts.show(text, role: role)
        guard let wait = opening.pacing.toast else { return [] }
        return [
            .perform {
                await wait()
                return .toastGone(number)
            }
        ]
    }

    // MARK: Effects

    func desk(_ model: BoardModel) -> BoardDesk {
        BoardDesk(
            board: model.past ?? opening.board, database: opening.database,
            person: model.setting.person, texts: model.setting.texts,
            instant: model.past == nil ? opening.instant : nil, isPast: model.setting.isPast)
    }

    func standing(_ model: BoardModel) -> Effect<BoardMessage> {
        let desk = desk(model)
        return .perform { .stood(await desk.standing(), signedIn: desk.person) }
    }

    func header(_ model: BoardModel) -> Effect<BoardMessage> {
        let desk = desk(model)
        return .perform { .header(await desk.statistics()) }
    }

    func hear(after position: Int64, _ model: BoardModel) -> [Effect<BoardMessage>] {
        guard opening.pacing.hears, !model.setting.isPast else { return [] }
        let (desk, generation) = (desk(model), model.generation)
        return [
            .perform { .moved(await desk.next(after: position), generation: generation) }
        ]
    }

    func persons(_ model: BoardModel) -> Effect<BoardMessage> {
        let desk = desk(model)
        return .perform { .persons(await desk.persons()) }
    }

    private func tick() -> [Effect<BoardMessage>] {
        guard let pause = opening.pacing.pause else { return [] }
        return [
            .perform {
                await pause()
                return .ticked
            }
        ]
    }
}

extension HeaderFigures {
    init(_ statistics: BoardStatistics) {
        for lane in Lane.allCases { lanes[lane] = statistics.lanes[lane.rawValue]?.cases ?? 0 }
        overdue = statistics.overdue.map { $0.values.reduce(0, +) }
    }
}
