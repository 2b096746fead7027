public import TerminalKit

/// A terminal in memory that replays bytes into cells, to see what a real one would show.
///
/// It knows what `Renderer` and `TerminalSession` may send and nothing else: any other sequence, and any step whose result differs between
/// real terminals (printing or moving on from an uncertain column, wrapping), is a fault.
public struct VirtualTerminal {
    /// What stands in a place: a cluster and its columns, 0 for the right half of a wide one.
    public struct Place: Hashable, Sendable {
        /// A cluster; empty in a right half.
        public var text = " "
        /// 0, 1 or 2.
        public var columns = 1
        /// As it was set by SGR.
        public var style = Style.plain
    }

    /// Columns and rows.
    public private(set) var size: Size
    /// Row after row.
    public private(set) var places: [[Place]]
    /// Where the cursor is.
    public private(set) var cursor = Position(column: 0, row: 0)
    /// Private modes that were set or reset.
    public private(set) var modes: [Int: Bool] = [:]
    /// The last window title.
    public private(set) var title: String?
    /// Those that were put aside.
    private var titles: [String?] = []
    /// All that a renderer must not send.
    public private(set) var faults: [String] = []
    /// What is printed from now on looks so.
    public private(set) var style = Style.plain

    private var margins: Range<Int>
    private var isColumnCertain = true
    private var printed: [UInt8] = []
    private let ambiguous: AmbiguousWidth

    static let knownModes: Set<Int> = [7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026]

    /// Blank.
    public init(size: Size, ambiguous: AmbiguousWidth = .narrow) {
        self.size = size
        self.ambiguous = ambiguous
        places = Array(
            repeating: Array(repeating: Place(), count: size.columns), count: size.rows)
        margins = 0..<size.rows
    }

    /// Another size; what was shown is kept where it stands, as real terminals do more or less.
    public mutating func resize(_ size: Size) {
        for row in places.indices {
            places[row] = Array(places[row].prefix(size.columns))
            if let last = places[row].last, last.columns == 2 {
                places[row][size.columns - 1] = Place(style: last.style)
            }
            while places[row].count < size.columns { places[row].append(Place()) }
        }
        places = Array(places.prefix(size.rows))
        while places.count < size.rows {
            places.append(Array(repeating: Place(), count: size.columns))
        }
        self.size = size
        margins = 0..<size.rows
        cursor.column = min(cursor.column, max(0, size.columns - 1))
        cursor.row = min(cursor.row, max(0, size.rows - 1))
        isColumnCertain = false
    }

    /// Replays bytes; a sequence must not be split between two calls.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) { feed(Array(bytes)) }

    /// Replays bytes; a sequence must not be split between two calls.
    public mutating func feed(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20 && byte != 0x7F {
                printed.append(byte)
                index += 1
                continue
            }
            print()
            index += 1
            switch byte {
            case 0x0D:
                cursor.column = 0
                isColumnCertain = true
            case 0x0A: lineFeed()
            case 0x08: moveBy(columns: -1)
            case 0x1B: index = escape(bytes, index)
            default: fault("control \(byte)")
            }
        }
        print()
    }

    mutating func fault(_ text: String) { faults.append(text) }

    // MARK: Printing

    private mutating func print() {
        guard !printed.isEmpty else { return }
        let given = String(decoding: printed, as: UTF8.self)
        printed.removeAll(keepingCapacity: true)
        let text = SafeText(given)
        if text.tampered { fault("unsafe text \(text.listing)") }
        for cluster in text.clusters(ambiguous) { put(text[utf8: cluster.utf8], cluster) }
    }

    private mutating func put(_ text: SafeText, _ cluster: SafeText.Cluster) {
        if !isColumnCertain { fault("printing from an uncertain column") }
        let column = cursor.column
        guard column + cluster.columns <= size.columns, cursor.row < size.rows else {
            return fault("printing beyond the right edge")
        }
        if modes[7] != false { fault("printing while lines wrap") }
        for place in column..<column + cluster.columns { blankOtherHalf(place) }
        places[cursor.row][column] = Place(
            text: text.string, columns: cluster.columns, style: style)
        if cluster.columns == 2 {
            places[cursor.row][column + 1] = Place(text: "", columns: 0, style: style)
        }
        cursor.column += cluster.columns
        if cursor.column == size.columns {
            cursor.column -= 1
            isColumnCertain = false
        }
        let scalars = text.string.unicodeScalars
        if scalars.count > 1 || scalars.contains(where: \.properties.isEmojiPresentation) {
            isColumnCertain = false
        }
    }

    private mutating func blankOtherHalf(_ column: Int) {
        let place = places[cursor.row][column]
        if place.columns == 0 {
            places[cursor.row][column - 1].text = " "
            places[cursor.row][column - 1].columns = 1
        } else if place.columns == 2 {
            places[cursor.row][column + 1] = Place(style: place.style)
        }
    }

    // MARK: Moving

    private mutating func lineFeed() {
        if cursor.row == margins.upperBound - 1 {
            scroll(up: true)
        } else if cursor.row < size.rows - 1 {
            cursor.row += 1
        }
    }

    private mutating func reverseIndex() {
        if cursor.row == margins.lowerBound {
            scroll(up: false)
        } else if cursor.row > 0 {
            cursor.row -= 1
        }
    }

    private mutating func scroll(up: Bool) {
        let blank = Array(
            repeating: Place(style: Style(background: style.background)), count: size.columns)
        places.remove(at: up ? margins.lowerBound : margins.upperBound - 1)
        places.insert(blank, at: up ? margins.upperBound - 1 : margins.lowerBound)
    }

    private mutating func moveBy(columns: Int = 0, rows: Int = 0) {
        if !isColumnCertain { fault("moving on from an uncertain column") }
        goTo(column: cursor.column + columns, row: cursor.row + rows)
    }

    private mutating func goTo(column: Int, row: Int) {
        if column < 0 || column >= size.columns || row < 0 || row >= size.rows {
            fault("cursor outside: \(column), \(row)")
        }
        cursor.column = min(max(0, column), max(0, size.columns - 1))
        cursor.row = min(max(0, row), max(0, size.rows - 1))
        isColumnCertain = true
    }

    private mutating func erase(_ columns: Range<Int>) {
        for column in columns.clamped(to: 0..<size.columns) {
            blankOtherHalf(column)
            places[cursor.row][column] = Place(style: Style(background: style.background))
        }
    }

    // MARK: Sequences

    /// Gives the index after the sequence.
    private mutating func escape(_ bytes: [UInt8], _ start: Int) -> Int {
        guard start < bytes.count else {
            fault("ESC at the end")
            return start
        }
        switch bytes[start] {
        case 0x4D:
            reverseIndex()
            return start + 1
        case 0x5B: return control(bytes, start + 1)
        case 0x5D: return string(bytes, start + 1)
        default:
            fault("ESC \(bytes[start])")
            return start + 1
        }
    }

    /// OSC, ended by ST.
    private mutating func string(_ bytes: [UInt8], _ start: Int) -> Int {
        var end = start
        while end + 1 < bytes.count && !(bytes[end] == 0x1B && bytes[end + 1] == 0x5C) { end += 1 }
        guard end + 1 < bytes.count else {
            fault("OSC without an end")
            return bytes.count
        }
        let content = String(decoding: bytes[start..<end], as: UTF8.self)
        if content.hasPrefix("2;") {
            title = String(content.dropFirst(2))
        } else if !content.hasPrefix("8;") && !content.hasPrefix("52;c;") {
            fault("OSC \(content)")
        }
        return end + 2
    }

    private mutating func control(_ bytes: [UInt8], _ start: Int) -> Int {
        var end = start
        while end < bytes.count && !(0x40...0x7E).contains(bytes[end]) { end += 1 }
        guard end < bytes.count else {
            fault("CSI without an end")
            return end
        }
        perform(bytes[end], String(decoding: bytes[start..<end], as: UTF8.self))
        return end + 1
    }

    private mutating func perform(_ letter: UInt8, _ parameters: String) {
        let name = "CSI \(parameters)\(Character(Unicode.Scalar(letter)))"
        if let first = parameters.first, "?<>=".contains(first) {
            return performPrivate(letter, first, String(parameters.dropFirst()), name)
        }
        var numbers: [Int?] = []
        for part in parameters.split(separator: ";", omittingEmptySubsequences: false) {
            guard part.isEmpty || Int(part) != nil else { return fault(name) }
            numbers.append(Int(part))
        }
        let first = numbers.first ?? nil
        let second = numbers.count > 1 ? numbers[1] : nil
        let count = max(1, first ?? 1)
        switch letter {
        case 0x41: moveBy(rows: -count)
        case 0x42: moveBy(rows: count)
        case 0x43: moveBy(columns: count)
        case 0x44: moveBy(columns: -count)
        case 0x47: goTo(column: count - 1, row: cursor.row)
        case 0x48: goTo(column: (second ?? 1) - 1, row: count - 1)
        case 0x4A where first == 2:
            let row = cursor.row
            for each in 0..<size.rows {
                cursor.row = each
                erase(0..<size.columns)
            }
            cursor.row = row
        case 0x4B where first == nil:
            if !isColumnCertain { fault("erasing from an uncertain column") }
            erase(cursor.column..<size.columns)
        case 0x58:
            if !isColumnCertain { fault("erasing from an uncertain column") }
            if cursor.column + count > size.columns { fault("erasing beyond the edge") }
            erase(cursor.column..<cursor.column + count)
        case 0x6D:
            if !style.apply(numbers.map { $0 ?? 0 }) { fault(name) }
        case 0x74 where numbers == [22, 2]: titles.append(title)
        case 0x74 where numbers == [23, 2]: title = titles.popLast() ?? title
        case 0x72:
            margins = (first ?? 1) - 1..<(second ?? size.rows)
            if margins.count < min(2, size.rows) || margins.upperBound > size.rows { fault(name) }
            goTo(column: 0, row: 0)
        default: fault(name)
        }
    }

    private mutating func performPrivate(
        _ letter: UInt8, _ kind: Character, _ parameters: String, _ name: String
    ) {
        if letter == 0x75 && (kind == "<" || kind == ">") { return }
        guard kind == "?", letter == 0x68 || letter == 0x6C else { return fault(name) }
        for part in parameters.split(separator: ";") {
            guard let mode = Int(part), Self.knownModes.contains(mode) else { return fault(name) }
            modes[mode] = letter == 0x68
        }
    }
}
