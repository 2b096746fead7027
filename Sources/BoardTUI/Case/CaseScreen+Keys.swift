import BoardDomain
import TerminalKit

extension CaseScreen {
    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if filter.isOpen, filter.takes(event) { return .typed(event) }
        if let message = keyMessage(for: event, setting) { return message }
        if case .mouse(let mouse) = event, let message = mouseMessage(for: mouse, setting) {
            return message
        }
        var pane = pane
        let rows = rows(in: setting)
        return pane.take(event, in: rows, at: place(setting)) == nil ? nil : .table(event)
    }

    private func keyMessage(for event: InputEvent, _ setting: Setting) -> Message? {
        guard case .key(let key) = event else { return nil }
        let page = max(1, CaseView.parts(of: Rect(setting.body), self, setting).detail.rows - 2)
        switch (key.key, key.modifiers) {
        case (.tab, []), (.right, []), (.character("l"), []): return .turn(by: 1)
        case (.tab, .shift), (.left, []), (.character("h"), []): return .turn(by: -1)
        case (.character(" "), []), (.character("d"), .control): return .scroll(page)
        case (.character("u"), .control): return .scroll(-page)
        // A short list leaves the page keys to what is read below it.
        case (.pageDown, []) where !pagesRows(setting): return .scroll(page)
        case (.pageUp, []) where !pagesRows(setting): return .scroll(-page)
        case (.down, []) where entries.isEmpty: return .scroll(1)
        case (.up, []) where entries.isEmpty: return .scroll(-1)
        case (.character("m"), []): return .act
        case (.character("y"), []): return .copy
        case (.character("v"), []) where offersChart(setting): return .chart
        case (.character("/"), []): return .filter
        case (.escape, []) where filter.isActive: return .typed(event)
        default: return nil
        }
    }

    /// A wide screen has room for both.
    private func offersChart(_ setting: Setting) -> Bool {
        tab == .contract && !entries.isEmpty && !setting.isWide
    }

    private func pagesRows(_ setting: Setting) -> Bool {
        entries.count > place(setting).height
    }

    private func mouseMessage(for mouse: MouseEvent, _ setting: Setting) -> Message? {
        let parts = CaseView.parts(of: Rect(setting.body), self, setting)
        let position = Position(column: mouse.column, row: mouse.row)
        if mouse.isPress, parts.tabs.contains(position) {
            let index = CaseView.tabs(self, setting).index(
                at: mouse.column - parts.tabs.column, of: parts.tabs.size)
            return index.map { .turned(to: tabs[$0]) }
        }
        guard parts.detail.contains(position) else { return nil }
        switch mouse.kind {
        case .scrollDown: return .scroll(3)
        case .scrollUp: return .scroll(-3)
        default: return nil
        }
    }

    func keys(in setting: Setting) -> [KeyUse] {
        if filter.isOpen { return setting.filterKeys }
        let entry = selected(in: setting)
        let nothing = entry == nil ? setting.text("tui.case.nothing") : nil
        var keys: [KeyUse] = []
        if tab != .documents {
            let isEvent = entry?.event != nil
            keys.append(
                KeyUse(
                    .enter, setting.text(isEvent ? "tui.case.key.event" : "tui.case.key.open"),
                    reason: nothing))
        }
        keys.append(KeyUse(.tab, setting.text("tui.case.key.next")))
        keys.append(
            KeyUse(.tab, .shift, setting.text("tui.case.key.previous"), isInFooter: false))
        keys.append(KeyUse(.character("m"), setting.text("tui.case.key.may")))
        keys.append(KeyUse(.character(" "), setting.text("tui.key.scroll"), isInFooter: false))
        if offersChart(setting) {
            let words = setting.text(showsChart ? "tui.case.key.text" : "tui.case.key.chart")
            keys.append(KeyUse(.character("v"), words))
        }
        keys.append(KeyUse(.character("/"), setting.text("tui.key.filter")))
        keys.append(KeyUse(.character("y"), setting.text("tui.key.copy"), isInFooter: false))
        return keys
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(CaseView(screen: self, setting: setting), in: frame.bounds)
    }
}
