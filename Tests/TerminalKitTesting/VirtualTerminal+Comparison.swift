public import TerminalKit

extension VirtualTerminal {
    /// Where the screen looks different from a buffer, as sentences; the colours are those that `depth` can show.
    public func differences(from buffer: Buffer, depth: ColorDepth = .truecolor) -> [String] {
        guard buffer.size == size else { return ["size \(size) instead of \(buffer.size)"] }
        var found: [String] = []
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = buffer[column: column, row: row]
                let wanted = Place(
                    text: cell.isContinuation ? "" : buffer.glyphs.text(cell.glyph),
                    columns: cell.width, style: depth.nearest(buffer.styles.style(cell.style)))
                let place = places[row][column]
                if place.looks != wanted.looks {
                    found.append("\(column), \(row): \(place) instead of \(wanted)")
                }
            }
        }
        return found
    }

    /// Where the screen looks different from another, as sentences.
    public func differences(from other: VirtualTerminal) -> [String] {
        guard other.size == size else { return ["size \(size) instead of \(other.size)"] }
        var found: [String] = []
        for row in 0..<size.rows where places[row] != other.places[row] {
            for column in 0..<size.columns {
                let place = places[row][column]
                let wanted = other.places[row][column]
                if place.looks != wanted.looks {
                    found.append("\(column), \(row): \(place) instead of \(wanted)")
                }
            }
        }
        return found
    }
}

extension VirtualTerminal.Place {
    /// Without what cannot be seen: on a space the foreground, unless something draws with it.
    var looks: VirtualTerminal.Place {
        var visible = self
        if text == " " {
            let lines: Style.Attributes = [.reverse, .underline, .strikethrough]
            visible.style =
                style.attributes.isDisjoint(with: lines)
                ? Style(background: style.background)
                : Style(
                    foreground: style.foreground, background: style.background,
                    style.attributes.subtracting(.italic))
        }
        // A right half is drawn with its left one.
        if columns == 0 { visible.style = .plain }
        return visible
    }
}
