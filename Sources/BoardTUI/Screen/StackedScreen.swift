import TerminalKit

/// A screen on the stack, with the number by which answers find it: one that has been closed gets none.
struct StackedScreen: Sendable {
    let number: Int
    private(set) var screen: any Screen

    init(_ screen: any Screen, number: Int) {
        self.screen = screen
        self.number = number
    }

    mutating func begin(in setting: Setting) -> [Step<any Sendable>] {
        change { $0.begun(in: setting) }
    }

    mutating func refresh(in setting: Setting) -> [Step<any Sendable>] {
        change { $0.refreshed(in: setting) }
    }

    mutating func resized(in setting: Setting) -> [Step<any Sendable>] {
        change { $0.resized(in: setting) }
    }

    mutating func update(_ message: any Sendable, in setting: Setting) -> [Step<any Sendable>] {
        change { $0.updated(message, in: setting) }
    }

    func message(for event: InputEvent, in setting: Setting) -> (any Sendable)? {
        screen.anyMessage(for: event, in: setting)
    }

    private mutating func change(
        _ body: (any Screen) -> (any Screen, [Step<any Sendable>])
    ) -> [Step<any Sendable>] {
        let (changed, steps) = body(screen)
        screen = changed
        return steps
    }
}

extension Screen {
    fileprivate func begun(in setting: Setting) -> (any Screen, [Step<any Sendable>]) {
        var changed = self
        let steps = changed.begin(in: setting)
        return (changed, steps.map(\.erased))
    }

    fileprivate func refreshed(in setting: Setting) -> (any Screen, [Step<any Sendable>]) {
        var changed = self
        let steps = changed.refresh(in: setting)
        return (changed, steps.map(\.erased))
    }

    fileprivate func resized(in setting: Setting) -> (any Screen, [Step<any Sendable>]) {
        var changed = self
        let steps: [Step<Message>] = changed.resized(in: setting)
        return (changed, steps.map(\.erased))
    }

    fileprivate func updated(
        _ message: any Sendable, in setting: Setting
    ) -> (any Screen, [Step<any Sendable>]) {
        guard let message = message as? Message else { return (self, []) }
        var changed = self
        let steps = changed.update(message, in: setting)
        return (changed, steps.map(\.erased))
    }

    fileprivate func anyMessage(for event: InputEvent, in setting: Setting) -> (any Sendable)? {
        message(for: event, in: setting)
    }
}
