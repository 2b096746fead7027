import TerminalKit

/// Shows 甲 and 乙 by turns, a key a turn, and the screen's columns; `q` ends it.
struct Alternation: Program {
    enum Message: Sendable { case turn, end, size(Size) }
    struct Model: Sendable {
        var isSecond = false
        var size: Size
    }

    func begin(size: Size) -> (Model, [Effect<Message>]) { (Model(size: size), []) }

    func message(for event: SessionEvent, _ model: Model) -> Message? {
        switch event {
        case .input(.key(KeyEvent(.character("q")))): .end
        case .input(.key): .turn
        case .resized(let size): .size(size)
        default: nil
        }
    }

    func update(_ model: inout Model, _ message: Message) -> [Effect<Message>] {
        switch message {
        case .turn: model.isSecond.toggle()
        case .end: return [.end]
        case .size(let size): model.size = size
        }
        return []
    }

    func view(_ model: Model, into frame: inout Frame) {
        frame.write(model.isSecond ? "乙" : "甲", column: 0)
        frame.write(SafeText("columns \(model.size.columns)"), column: 0, row: 1)
    }
}
