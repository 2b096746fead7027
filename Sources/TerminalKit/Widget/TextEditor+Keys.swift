extension TextEditor {
    /// What a paste brings.
    public mutating func paste(_ untrusted: String) {
        move(to: caret)
        insert(untrusted)
        move(to: caret)
    }

    /// Typing and the usual keys of a line: arrows, Home and End, words with Ctrl or Alt, Ctrl-A E B F D H K U W, undo Ctrl-_ and redo Ctrl-Y.
    /// In a body also Enter, up and down by the lines of an area of so many columns. False for any other key.
    public mutating func handle(
        _ event: KeyEvent, columns: Int = .max, ambiguous: AmbiguousWidth = .narrow
    ) -> Bool {
        if let scalar = event.character {
            insert(String(scalar))
            return true
        }
        if event.modifiers.contains(.control), case .character(let scalar) = event.key {
            return handleControl(scalar)
        }
        let byWord = !event.modifiers.isDisjoint(with: [.control, .alt])
        switch event.key {
        case .left: move(to: byWord ? wordStart : previous)
        case .right: move(to: byWord ? wordEnd : next)
        case .character("b") where event.modifiers == .alt: move(to: wordStart)
        case .character("f") where event.modifiers == .alt: move(to: wordEnd)
        case .character("d") where event.modifiers == .alt: remove(caret..<wordEnd)
        case .backspace: remove((byWord ? wordStart : previous)..<caret)
        case .delete: remove(caret..<(byWord ? wordEnd : next))
        case .home: move(to: lineStart)
        case .end: move(to: lineEnd)
        case .enter where form == .body: insert("\n")
        case .up where form == .body: moveLines(-1, columns, ambiguous)
        case .down where form == .body: moveLines(1, columns, ambiguous)
        default: return false
        }
        return true
    }

    private mutating func handleControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a": move(to: lineStart)
        case "e": move(to: lineEnd)
        case "b": move(to: previous)
        case "f": move(to: next)
        case "d": remove(caret..<next)
        case "h": remove(previous..<caret)
        case "k": remove(caret..<(caret == lineEnd ? next : lineEnd))
        case "u": remove(lineStart..<caret)
        case "w": remove(wordStart..<caret)
        case "_": undo()
        case "y": redo()
        default: return false
        }
        return true
    }

    private var previous: Int {
        text.clusters().last { $0.utf8.lowerBound < caret }?.utf8.lowerBound ?? 0
    }

    private var next: Int {
        text.clusters().first { $0.utf8.upperBound > caret }?.utf8.upperBound ?? end
    }

    private var lineStart: Int {
        text.clusters().last { $0.first == "\n" && $0.utf8.upperBound <= caret }?
            .utf8.upperBound ?? 0
    }

    private var lineEnd: Int {
        text.clusters().first { $0.first == "\n" && $0.utf8.lowerBound >= caret }?
            .utf8.lowerBound ?? end
    }

    /// Back over what is no word, then over the word.
    private var wordStart: Int {
        var before = text.clusters().filter { $0.utf8.upperBound <= caret }
        while let last = before.last, !last.isOfWord { before.removeLast() }
        while let last = before.last, last.isOfWord { before.removeLast() }
        return before.last?.utf8.upperBound ?? 0
    }

    private var wordEnd: Int {
        var after = text.clusters().filter { $0.utf8.lowerBound >= caret }[...]
        while let first = after.first, !first.isOfWord { after.removeFirst() }
        while let first = after.first, first.isOfWord { after.removeFirst() }
        return after.first?.utf8.lowerBound ?? end
    }

    /// Where the caret stands in an area of so many columns: the line among the ranges, and the column in it.
    func place(
        in lines: [Range<Int>], _ ambiguous: AmbiguousWidth
    ) -> Position {
        let row = lines.lastIndex { $0.lowerBound <= caret } ?? 0
        let before = text[utf8: lines[row].lowerBound..<max(caret, lines[row].lowerBound)]
        return Position(column: before.columns(ambiguous), row: row)
    }

    /// By lines of an area; beyond its first or last one to the text's start or end.
    mutating func moveLines(
        _ step: Int, _ columns: Int, _ ambiguous: AmbiguousWidth
    ) {
        let lines = LineBreaker(columns: columns, ambiguous: ambiguous).ranges(of: text)
        let place = place(in: lines, ambiguous)
        let row = place.row + step
        guard lines.indices.contains(row) else {
            move(to: step < 0 ? 0 : end)
            return
        }
        let wanted = goal ?? place.column
        let line = text[utf8: lines[row]]
        var reached =
            lines[row].lowerBound + line.prefix(columns: wanted, ambiguous).string.utf8.count
        // The end of a line that goes on in the next is that one's start.
        if reached == lines[row].upperBound, row + 1 < lines.count,
            lines[row + 1].lowerBound == reached
        {
            reached = text.clusters().last { $0.utf8.lowerBound < reached }?.utf8.lowerBound ?? 0
        }
        move(to: reached)
        goal = wanted
    }
}

extension SafeText.Cluster {
    /// Letters, digits and ideographs; not spaces and punctuation.
    fileprivate var isOfWord: Bool {
        let properties = first.properties
        return properties.isAlphabetic || properties.numericType != nil || first == "_"
    }
}
