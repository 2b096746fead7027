/// Text that may stand on a terminal: the only kind that a `Buffer` takes. Whatever comes from people, files, the network or errors goes
/// through its gate (`init(_:form:)`), which leaves nothing in it that could move the cursor, hide, reverse or reach outside its line.
///
/// What the gate changed is told by `tampered` and listed in `replacements`.
public struct SafeText: Sendable {
    /// UTF-8, normalised (NFC), without controls; LF only in bodies.
    public let string: String
    /// Columns where ambiguous characters are narrow.
    let narrowColumns: Int32
    /// How many columns more where they are wide.
    let ambiguousColumns: Int32
    /// Every scalar is a cluster by itself: the buffer then needs not look for clusters.
    let isPlain: Bool
    /// How long it may be together with what is put after it.
    let form: Form
    /// In the order in which they stood, the first 1,024.
    public let replacements: [Replacement]

    /// One line or several.
    public enum Form: Sendable {
        /// A field, a name, a title: at most 512 scalars, line breaks become spaces.
        case line
        /// At most 64 KiB, line breaks become LF.
        case body
    }

    /// Nothing.
    public static let empty = SafeText(metered: "", replacements: [], form: .line)

    /// Sends text through the gate.
    public init(_ untrusted: String, form: Form = .line) {
        if let metrics = TextMetrics.ofPlain(untrusted, form: form) {
            self.init(untrusted, metrics, replacements: [], form: form)
        } else {
            var gate = TextGate(form: form)
            gate.take(untrusted)
            self.init(metered: gate.finish(), replacements: gate.replacements, form: form)
        }
    }

    /// Sends text through the gate and keeps all of it, however long: for output that is read line by line and not drawn.
    public init(whole untrusted: String, form: Form = .line) {
        if let metrics = TextMetrics.ofPlain(untrusted, form: form, isLimited: false) {
            self.init(untrusted, metrics, replacements: [], form: form)
        } else {
            var gate = TextGate(form: form, isLimited: false)
            gate.take(untrusted)
            self.init(metered: gate.finish(), replacements: gate.replacements, form: form)
        }
    }

    /// Sends bytes through the gate; what is not UTF-8 becomes U+FFFD.
    public init(utf8 bytes: some Collection<UInt8>, form: Form = .line) {
        if let valid = String(validating: bytes, as: UTF8.self) {
            self.init(valid, form: form)
        } else {
            var gate = TextGate(form: form)
            gate.noteRepair()
            gate.take(String(decoding: bytes, as: UTF8.self))
            self.init(metered: gate.finish(), replacements: gate.replacements, form: form)
        }
    }

    /// A number in decimal digits.
    public init(_ number: some BinaryInteger) {
        self.init(metered: String(number), replacements: [], form: .line)
    }

    /// Text that has passed the gate already, as a whole or in parts.
    init(metered string: String, replacements: [Replacement], form: Form) {
        self.init(string, TextMetrics(string), replacements: replacements, form: form)
    }

    private init(
        _ string: String, _ metrics: TextMetrics, replacements: [Replacement], form: Form
    ) {
        self.string = string
        narrowColumns = Int32(metrics.columns)
        ambiguousColumns = Int32(metrics.ambiguous)
        isPlain = metrics.isPlain
        self.form = form
        self.replacements = replacements
    }

    /// Whether the gate had to change it: then say so where it is shown, offer `listing`, and let nobody approve by the text alone.
    public var tampered: Bool { !replacements.isEmpty }

    /// Whether it shows nothing.
    public var isEmpty: Bool { string.isEmpty }

    /// Columns that it takes on one line.
    public func columns(_ ambiguous: AmbiguousWidth = .narrow) -> Int {
        Int(narrowColumns) + (ambiguous == .wide ? Int(ambiguousColumns) : 0)
    }

    /// What was changed, for people: `U+202E ×2 U+0007`, in the order of first appearance.
    public var listing: String {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for replacement in replacements {
            if counts[replacement.code] == nil { order.append(replacement.code) }
            counts[replacement.code, default: 0] += 1
        }
        return order.map { code in
            let count = counts[code] ?? 1
            return count == 1 ? code : "\(code) ×\(count)"
        }.joined(separator: " ")
    }

    /// The lines of a body; one for a line.
    public var lines: [SafeText] {
        string.split(separator: "\n", omittingEmptySubsequences: false).map {
            SafeText(metered: String($0), replacements: replacements, form: form)
        }
    }

    /// Both after each other, held to what the gate lets pass as a whole: at the seam marks may have come together, a flag's halves have met, or the
    /// length may be too great by now.
    public static func + (left: SafeText, right: SafeText) -> SafeText {
        let form: Form = left.form == .body || right.form == .body ? .body : .line
        let string = left.string + right.string
        let noted = left.replacements + right.replacements
        if left.isPlain && right.isPlain && TextMetrics.fits(string, form) {
            return SafeText(
                string, TextMetrics(left, right), replacements: noted, form: form)
        }
        var gate = TextGate(form: form)
        gate.take(string)
        let held = gate.finish()
        return SafeText(
            metered: held,
            replacements: Array((noted + gate.replacements).prefix(TextGate.mostNoted)),
            form: form)
    }
}

extension SafeText: Hashable {
    /// By what they show, and whether it is what was given.
    public static func == (left: SafeText, right: SafeText) -> Bool {
        left.string.utf8.elementsEqual(right.string.utf8)
            && left.replacements == right.replacements
    }

    /// By what it shows.
    public func hash(into hasher: inout Hasher) { hasher.combine(string) }
}

extension SafeText: ExpressibleByStringLiteral {
    /// Text of the program itself; a variable cannot come this way. It passes the gate none the less: a mistake is then seen.
    public init(stringLiteral value: StaticString) {
        self.init(value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    }
}

extension SafeText: CustomStringConvertible {
    /// What it shows.
    public var description: String { string }
}
