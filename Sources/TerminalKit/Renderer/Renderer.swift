/// Draws frames on a terminal: compares each with what is shown and sends the difference, in one piece, as short as it finds.
///
/// It owns two buffers of the same tables and what it knows of the terminal: cursor, style. It takes the terminal to be in raw mode; it turns automatic
/// wrapping off and does not turn it on again (`ESC [ ? 7 h` belongs to the teardown). No memory is allocated for a frame once buffers and tables
/// have grown to what the screen needs. Owned by one drawer at a time.
public final class Renderer {
    /// What the terminal can do and how to treat it.
    public struct Options: Hashable, Sendable {
        /// How many colours it shows.
        public var depth: ColorDepth
        /// How wide it draws ambiguous characters.
        public var ambiguous: AmbiguousWidth
        /// Whether frames are bracketed by `ESC [ ? 2026 h` and `l`: only where the terminal said that it knows them.
        public var synchronized: Bool
        /// Whether rows may be moved by scroll regions.
        public var scrolls: Bool
        /// Whether widgets draw their lines and signs in ASCII, for fonts that lack others; where ambiguous characters are wide they do anyway.
        public var drawsASCII: Bool

        /// What nearly every terminal can do.
        public init(
            depth: ColorDepth = .truecolor, ambiguous: AmbiguousWidth = .narrow,
            synchronized: Bool = false, scrolls: Bool = true, drawsASCII: Bool = false
        ) {
            self.depth = depth
            self.ambiguous = ambiguous
            self.synchronized = synchronized
            self.scrolls = scrolls
            self.drawsASCII = drawsASCII
        }
    }

    /// Changing the colours or widths draws everything anew.
    public var options: Options {
        didSet {
            if options.depth != oldValue.depth {
                encoder.styles = StyleEncoder(depth: options.depth)
                invalidate()
            }
            if options.ambiguous != oldValue.ambiguous { invalidate() }
        }
    }

    /// What the terminal shows.
    public private(set) var shown: Buffer
    private var next: Buffer
    private var encoder: FrameEncoder
    private var isValid = false

    /// Nothing is written before the first frame.
    public init(_ options: Options = Options()) {
        self.options = options
        shown = Buffer(size: Size(columns: 0, rows: 0), ambiguous: options.ambiguous)
        next = shown
        encoder = FrameEncoder(depth: options.depth)
    }

    /// Nothing that is on the terminal is to be relied upon: the next frame clears it and draws all.
    public func invalidate() { isValid = false }

    /// Draws a frame on a terminal of this size. `write` gets all bytes at once, and is not called where nothing changed; where it throws,
    /// the next frame draws all.
    public func draw<Failure: Error>(
        size: Size, _ view: (inout Frame) -> Void,
        write: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        prepare(size)
        var frame = Frame(next)
        view(&frame)
        encoder.encode(
            from: shown, to: next, caret: frame.caret, clearing: !isValid, options: options)
        swap(&shown, &next)
        isValid = true
        guard encoder.sink.count > 0 else { return }
        do {
            try write(encoder.sink.written)
        } catch {
            isValid = false
            throw error
        }
    }

    private func prepare(_ size: Size) {
        if size != shown.size {
            shown = Buffer(
                size: size, glyphs: shown.glyphs, styles: shown.styles,
                ambiguous: options.ambiguous)
            next = Buffer(
                size: size, glyphs: shown.glyphs, styles: shown.styles,
                ambiguous: options.ambiguous)
            isValid = false
        } else {
            next.clear()
        }
        next.ambiguous = options.ambiguous
        next.drawsASCII = options.drawsASCII
        sweep()
    }

    /// Between two frames only what is shown is alive.
    private func sweep() {
        let cells = UnsafeBufferPointer(
            start: shown.cells, count: shown.size.columns * shown.size.rows)
        if shown.glyphs.count > GlyphTable.sweepAbove {
            shown.glyphs.sweep(keeping: Set(cells.map(\.glyph)))
        }
        if shown.styles.count > StyleTable.sweepAbove {
            shown.styles.sweep(keeping: Set(cells.map(\.style)))
        }
    }
}
