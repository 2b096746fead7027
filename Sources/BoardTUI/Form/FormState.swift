import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A form while it is filled in: where the caret stands, what lies open, and what is wrong so far.
struct FormState: Sendable {
    private(set) var content: FormContent
    private(set) var outline: FormOutline
    private(set) var cursor = FormPath()
    /// What lies open beside the field with the caret.
    var popup: FormPopup?
    /// What cannot be understood as it stands, by path; what is merely missing is told at the end.
    private(set) var faults: [FormPath: SafeText] = [:]
    /// The field that was asked for in vain when the form was to be given.
    private(set) var missing: FormPath?
    private(set) var reader: FormReader
    /// Titles of the items of fixed lists, by the list's name.
    var itemTitles: [String: [SafeText]] = [:]
    /// Paths that popped up and were sent away stay away until something else is typed.
    var quietPath: String?

    init(_ uses: [FieldUse], _ outline: FormOutline) {
        content = FormContent(uses)
        self.outline = outline
        self.outline.sections = FormSection.plan(uses, in: outline.context)
        reader = FormReader(
            reader: FieldReader(Language.allCases.map { Texts($0, namingFields: false) }),
            command: outline.command)
        cursor = rows.first { $0.takesKeys }?.path ?? FormPath()
    }

    var rows: [FormRow] { content.rows(outline, cursor: cursor) }

    var row: FormRow? { rows.first { $0.path == cursor && $0.takesKeys } }

    func place(of row: FormRow) -> FormPlace { row.place() }

    func source(of row: FormRow) -> FormSource? { outline.source(row.label, in: row.context) }

    func options(of row: FormRow) -> [ChoiceOption<String>] {
        source(of: row).flatMap { reader.options[$0] } ?? []
    }

    // MARK: Filling in

    /// What there is to pick has become known.
    mutating func offer(_ options: [FormSource: [ChoiceOption<String>]], _ setting: Setting) {
        reader.options = options
        reader.today = setting.now.day
        check(setting)
    }

    mutating func fix(_ list: String, titles: [SafeText], hiding hidden: String) {
        outline.fixed.insert(list)
        outline.hidden.insert("\(list).\(hidden)")
        itemTitles[list] = titles
    }

    mutating func restore(_ draft: JSON, _ setting: Setting) {
        content.restore(draft)
        settle()
        check(setting)
    }

    mutating func fill(_ record: Record, _ setting: Setting) {
        content.fill(record)
        settle()
        check(setting)
    }

    /// The caret may have stood in what is no more.
    private mutating func settle() {
        if row == nil { cursor = rows.first { $0.takesKeys }?.path ?? FormPath() }
    }

    mutating func put(_ node: FormNode, _ setting: Setting) {
        content[cursor] = node
        check(setting)
    }

    /// What was given for a field elsewhere: line by line.
    mutating func set(_ node: FormNode, at path: FormPath, _ setting: Setting) {
        content[path] = node
        check(setting)
    }

    /// A text in the line with the caret.
    mutating func put(_ text: String, _ setting: Setting) {
        guard var node = content[cursor] else { return }
        node.restore(.string(text))
        put(node, setting)
    }

    mutating func change(
        _ setting: Setting, _ body: (inout FormContent) -> FormPath?
    ) -> Bool {
        guard let path = body(&content) else { return false }
        cursor = path
        settle()
        check(setting)
        return true
    }

    // MARK: Moving

    mutating func move(by steps: Int) {
        let stops = rows.filter(\.takesKeys)
        guard !stops.isEmpty else { return }
        let place = stops.firstIndex { $0.path == cursor } ?? 0
        cursor = stops[max(0, min(stops.count - 1, place + steps))].path
        close()
    }

    mutating func focus(_ path: FormPath) {
        guard rows.contains(where: { $0.path == path && $0.takesKeys }) else { return }
        cursor = path
        close()
    }

    /// The first field inside of a path, or the path itself.
    mutating func enter(_ path: FormPath) {
        cursor = path
        let inside = rows.first { row in
            guard case .item = row.kind else { return row.takesKeys && row.path.begins(with: path) }
            return false
        }
        cursor = inside?.path ?? path
        close()
    }

    mutating func close() {
        popup = nil
        missing = nil
    }

    /// Another step of a form that is filled in by steps.
    mutating func go(to step: Int) {
        outline.step = max(0, min(outline.sections.count - 1, step))
        cursor = FormPath()
        cursor = rows.first { $0.takesKeys }?.path ?? FormPath()
        close()
    }

    /// Whether the caret stands in the first or the last of what is in sight.
    func isAtEdge(ofFirst: Bool) -> Bool {
        let stops = rows.filter(\.takesKeys)
        return (ofFirst ? stops.first : stops.last)?.path == cursor
    }

    mutating func goToLast() {
        cursor = rows.last { $0.takesKeys }?.path ?? cursor
        close()
    }

    mutating func forget() { missing = nil }

    // MARK: Checking

    /// What is typed is held against its shape as it is typed.
    mutating func check(_ setting: Setting) {
        faults = [:]
        for row in everything where row.kind == .leaf || row.kind == .picks {
            guard let node = content[row.path], let shape = content.shape(at: row.path),
                !node.isBlank, !Self.namesFile(node, shape, at: row.place())
            else { continue }
            do throws(FieldInputFault) {
                _ = try node.value(as: shape, at: row.place(), reader)
            } catch {
                faults[row.path] = SafeText(error.message(in: setting.texts))
            }
        }
    }

    /// All rows, as if every item were open and every step in sight.
    private var everything: [FormRow] { content.everyRow(outline) }

    /// A document that is named is looked for when the form is given.
    private static func namesFile(
        _ node: FormNode, _ shape: FieldShape, at place: FormPlace
    ) -> Bool {
        guard shape == .digest, place.name != FormReader.identity, let text = node.text else {
            return false
        }
        return Digest(text: text) == nil
    }

    /// How many fields are not understood, or required and blank.
    var gaps: Int { everything.count { faults[$0.path] != nil || isMissing($0) } }

    private func isMissing(_ row: FormRow) -> Bool {
        row.use?.required == true && (content[row.path]?.isBlank ?? true) && isWanted(row.path)
    }

    /// The first field that is not understood, or required and blank: the caret goes there.
    ///
    /// - Parameter isWhole: whether all has to be there that is required.
    mutating func findFault(isWhole: Bool = true) -> Bool {
        for row in everything {
            let isMissing = isWhole && isMissing(row)
            guard isMissing || faults[row.path] != nil else { continue }
            show(row.path)
            if isMissing { missing = cursor }
            return true
        }
        return false
    }

    /// Puts the caret into a field, in whichever step it is.
    mutating func show(_ path: FormPath) {
        if outline.step != nil, case .member(let place)? = path.steps.first,
            let name = content.fields.indices.contains(place)
                ? content.fields[place].use.name : nil,
            let step = outline.sections.firstIndex(where: { $0.names.contains(name) })
        {
            outline.step = step
        }
        enter(path)
    }

    /// The field that a path in words names, `indicators[2].target`; nil where there is none.
    func path(of words: String) -> FormPath? {
        everything.first { path(in: $0.path) == words }?.path
            ?? everything.first { words.hasPrefix(path(in: $0.path)) }?.path
    }

    private func path(in path: FormPath) -> String {
        var words = ""
        var here = FormPath()
        for step in path.steps {
            here = here.appending(step)
            switch step {
            case .member:
                let name = content.field(at: here)?.use.name ?? ""
                words += words.isEmpty ? name : "." + name
            case .element(let place): words += "[\(place + 1)]"
            }
        }
        return words
    }

    /// A member of an optional record that nobody has begun is not missing.
    private func isWanted(_ path: FormPath) -> Bool {
        var parent = path.parent
        while !parent.steps.isEmpty {
            if let field = content.field(at: parent), !field.use.required, field.node.isBlank {
                return false
            }
            parent = parent.parent
        }
        return true
    }

    /// How many fields inside of a closed item are not understood.
    func faultCount(in path: FormPath) -> Int { faults.keys.count { $0.begins(with: path) } }

    // MARK: What is in it

    /// As much as is understood by now.
    var understood: Record {
        Record(FormField.understood(content.fields, in: outline.context, reader))
    }
}
