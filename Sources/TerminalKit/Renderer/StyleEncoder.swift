/// The style that the terminal writes in, and the shortest SGR from it to another.
struct StyleEncoder {
    /// A style as this terminal shows it.
    struct Shown {
        var style: Style
        /// What of it can be seen on a space: spaces of equal keys look the same, so none of them needs an SGR after another.
        var spaceKey: UInt64

        init(_ style: Style) {
            self.style = style
            spaceKey = UInt64(style.background.word)
            // A line on a space has the foreground's colour, brightened or darkened; reversed, the foreground fills it. 26 bits hold a
            // colour's kind and value.
            if style.attributes.isDisjoint(with: [.reverse, .underline, .strikethrough]) { return }
            spaceKey |= UInt64(style.attributes.subtracting(.italic).rawValue) << 26
            spaceKey |= UInt64(style.foreground.word) << 32
        }
    }

    let depth: ColorDepth
    /// What the terminal writes in; its number is -1 where that is none of this table's.
    private(set) var current = Shown(.plain)
    private var currentID = 0
    private var shown: [Shown?] = []
    private var generation = 0

    init(depth: ColorDepth) { self.depth = depth }

    /// The terminal was told to forget all styles.
    mutating func reset() {
        current = Shown(.plain)
        currentID = 0
    }

    /// Numbers of a table that has been swept since the last frame mean other styles.
    mutating func begin(_ table: StyleTable) {
        guard generation != table.generation else { return }
        generation = table.generation
        shown.removeAll(keepingCapacity: true)
        currentID = -1
    }

    /// Whether a space of this style looks the same in the current one.
    @inline(__always)
    mutating func showsSpace(_ id: StyleID, _ table: StyleTable) -> Bool {
        Int(id) == currentID || shown(id, table).spaceKey == current.spaceKey
    }

    /// Whether it is what the terminal writes in.
    func isCurrent(_ id: StyleID) -> Bool { Int(id) == currentID }

    /// Whether cells that are erased now become blank.
    var erasesToBlank: Bool { current.spaceKey == 0 }

    @inline(__always)
    mutating func set(_ id: StyleID, _ table: StyleTable, _ sink: inout ByteSink) {
        if Int(id) != currentID { change(id, table, &sink) }
    }

    private mutating func change(_ id: StyleID, _ table: StyleTable, _ sink: inout ByteSink) {
        let wanted = shown(id, table)
        currentID = Int(id)
        guard wanted.style != current.style else { return }
        let start = sink.count
        writeDifference(from: current.style, to: wanted.style, &sink)
        let end = sink.count
        writeWhole(wanted.style, &sink)
        if sink.count - end < end - start {
            sink.cut(to: start)
            writeWhole(wanted.style, &sink)
        } else {
            sink.cut(to: end)
        }
        current = wanted
    }

    private mutating func shown(_ id: StyleID, _ table: StyleTable) -> Shown {
        let index = Int(id)
        while shown.count <= index { shown.append(nil) }
        if let known = shown[index] { return known }
        let made = Shown(depth.nearest(table.style(id)))
        shown[index] = made
        return made
    }

    /// From the terminal's own style: `ESC [ m`, `ESC [ ; 1 ; 31 m`.
    private func writeWhole(_ style: Style, _ sink: inout ByteSink) {
        var codes = Codes(&sink)
        if style != .plain { codes.addEmpty(&sink) }
        codes.add(style.attributes, &sink)
        if style.foreground != .standard { codes.add(style.foreground, isBackground: false, &sink) }
        if style.background != .standard { codes.add(style.background, isBackground: true, &sink) }
        sink.append(0x6D)
    }

    private func writeDifference(from old: Style, to new: Style, _ sink: inout ByteSink) {
        var codes = Codes(&sink)
        var added = new.attributes.subtracting(old.attributes)
        let ended = old.attributes.subtracting(new.attributes)
        if !ended.isDisjoint(with: [.bold, .dim]) {
            // One code ends both.
            codes.add(22, &sink)
            added.formUnion(new.attributes.intersection([.bold, .dim]))
        }
        if ended.contains(.italic) { codes.add(23, &sink) }
        if ended.contains(.underline) { codes.add(24, &sink) }
        if ended.contains(.reverse) { codes.add(27, &sink) }
        if ended.contains(.strikethrough) { codes.add(29, &sink) }
        codes.add(added, &sink)
        if old.foreground != new.foreground {
            codes.add(new.foreground, isBackground: false, &sink)
        }
        if old.background != new.background {
            codes.add(new.background, isBackground: true, &sink)
        }
        sink.append(0x6D)
    }

    /// The numbers of one SGR, separated.
    private struct Codes {
        private var isFirst = true

        init(_ sink: inout ByteSink) {
            sink.append(0x1B)
            sink.append(0x5B)
        }

        mutating func addEmpty(_ sink: inout ByteSink) { isFirst = false }

        mutating func add(_ code: Int, _ sink: inout ByteSink) {
            if !isFirst { sink.append(0x3B) }
            isFirst = false
            sink.append(decimal: code)
        }

        mutating func add(_ attributes: Style.Attributes, _ sink: inout ByteSink) {
            if attributes.isEmpty { return }
            if attributes.contains(.bold) { add(1, &sink) }
            if attributes.contains(.dim) { add(2, &sink) }
            if attributes.contains(.italic) { add(3, &sink) }
            if attributes.contains(.underline) { add(4, &sink) }
            if attributes.contains(.reverse) { add(7, &sink) }
            if attributes.contains(.strikethrough) { add(9, &sink) }
        }

        mutating func add(_ color: Color, isBackground: Bool, _ sink: inout ByteSink) {
            let ground = isBackground ? 10 : 0
            switch color.parts {
            case .standard: add(39 + ground, &sink)
            case .indexed(let index) where index < 8: add(30 + ground + Int(index), &sink)
            case .indexed(let index) where index < 16: add(82 + ground + Int(index), &sink)
            case .indexed(let index):
                add(38 + ground, &sink)
                add(5, &sink)
                add(Int(index), &sink)
            case .rgb(let red, let green, let blue):
                add(38 + ground, &sink)
                add(2, &sink)
                add(Int(red), &sink)
                add(Int(green), &sink)
                add(Int(blue), &sink)
            }
        }
    }
}
