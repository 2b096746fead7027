import BoardDomain
import BoardResources
import BoardService
import TerminalKit

@testable import BoardTUI

/// Runs the board's program without a terminal: keys in, what is shown out.
///
/// After every key it waits until everything that the program asked for has been answered, so that a
/// test never sleeps and always sees the same.
final class BoardDriver {
    let program: BoardProgram
    private(set) var model: BoardModel
    private(set) var isOver = false
    private(set) var copied: [SafeText] = []

    init(_ opening: TerminalOpening, size: Size) async {
        program = BoardProgram(opening: opening)
        let (model, effects) = program.begin(size: size)
        self.model = model
        await settle(effects)
    }

    /// The sample county, seen by somebody.
    ///
    /// - Parameter county: a copy, where something is to be recorded.
    static func sample(
        as person: PersonID?, _ size: Size = Size(columns: 80, rows: 24),
        _ language: Language = .zhHans, theme: String? = nil, screen: String? = nil,
        on county: SampleCounty? = nil
    ) async throws -> BoardDriver {
        let shared = try await SampleCounty.shared.value
        let county = county ?? shared
        return await BoardDriver(
            try await TerminalOpening(
                board: county.board, database: county.path, person: person, language: language,
                theme: theme, screen: screen, pacing: .still), size: size)
    }

    // MARK: Doing

    func take(_ message: BoardMessage) async {
        await settle(program.update(&model, message))
    }

    func press(_ key: Key, _ modifiers: Modifiers = []) async {
        await take(.input(.key(KeyEvent(key, modifiers))))
    }

    /// Each scalar as a key of its own, as an input method sends them too.
    func type(_ text: String) async {
        for scalar in text.unicodeScalars { await press(.character(scalar)) }
    }

    func paste(_ text: String) async { await take(.input(.paste(text))) }

    func click(column: Int, row: Int) async {
        await take(.input(.mouse(MouseEvent(.press(.left), column: column, row: row))))
    }

    func resize(_ size: Size) async { await take(.resized(size)) }

    /// Puts a screen on top, as a key of another screen would.
    func open(_ screen: any Screen) async { await settle(program.open(screen, &model)) }

    /// Tells every screen that the board has moved on.
    func refresh() async { await settle(program.refresh(&model)) }

    private func settle(_ effects: [Effect<BoardMessage>]) async {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .perform(let body):
                let message = await body()
                waiting += program.update(&model, message)
            case .end: isOver = true
            case .copy(let text): copied.append(text)
            case .suspend, .redraw, .title: break
            }
        }
    }

    // MARK: Seeing

    /// What is on the screen, without the spaces at the ends of lines.
    var text: String {
        buffer.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    var buffer: Buffer {
        let buffer = Buffer(size: model.setting.size)
        var frame = Frame(buffer)
        program.view(model, into: &frame)
        caret = frame.caret
        return buffer
    }

    private(set) var caret: Position?

    var screen: (any Screen)? { model.top?.screen }
}
