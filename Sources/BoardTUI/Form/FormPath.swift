import BoardDomain
import TerminalKit

/// The way to a node of a form: members by their place, elements of lists by theirs.
struct FormPath: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case member(Int)
        case element(Int)

        var isElement: Bool {
            if case .element = self { return true }
            return false
        }
    }

    var steps: [Step] = []

    func appending(_ step: Step) -> FormPath { FormPath(steps: steps + [step]) }

    var parent: FormPath { FormPath(steps: Array(steps.dropLast())) }

    /// The innermost item of a list that this lies in, or is.
    var item: FormPath? {
        guard let place = steps.lastIndex(where: \.isElement) else { return nil }
        return FormPath(steps: Array(steps[...place]))
    }

    func begins(with other: FormPath) -> Bool { steps.starts(with: other.steps) }
}

/// A form: the fields of a record, filled in piece by piece. It refuses to know what they are for.
struct FormContent: Hashable, Sendable {
    var fields: [FormField]

    init(_ uses: [FieldUse]) { fields = uses.map(FormField.init) }

    subscript(path: FormPath) -> FormNode? {
        get {
            var node = FormNode.record(fields)
            for step in path.steps {
                switch (step, node) {
                case (.member(let place), .record(let fields)) where place < fields.count:
                    node = fields[place].node
                case (.element(let place), .list(_, let items)) where place < items.count:
                    node = items[place]
                default: return nil
                }
            }
            return node
        }
        set {
            guard let newValue else { return }
            var root = FormNode.record(fields)
            root.replace(path.steps[...], with: newValue)
            if case .record(let changed) = root { fields = changed }
        }
    }

    /// The field of a path's last member; nil at an element.
    func field(at path: FormPath) -> FormField? {
        guard case .member(let place)? = path.steps.last else { return nil }
        guard case .record(let fields)? = self[path.parent] else { return nil }
        return place < fields.count ? fields[place] : nil
    }

    /// The shape of a member or an element.
    func shape(at path: FormPath) -> FieldShape? {
        if let use = field(at: path)?.use { return use.shape }
        guard case .list(let element, _)? = self[path.parent] else { return nil }
        return element
    }

    /// What a draft holds of it, without what is nobody's to keep.
    func typed(without secrets: Set<String>) -> JSON {
        var members = FormNode.record(fields).typed?.object ?? [:]
        for name in secrets { members[name] = nil }
        return .object(members)
    }

    mutating func restore(_ draft: JSON) {
        for place in fields.indices {
            if let member = draft[fields[place].use.name] { fields[place].node.restore(member) }
        }
    }

    mutating func fill(_ record: Record) {
        for place in fields.indices {
            guard let value = record[name: fields[place].use.name] else { continue }
            fields[place].node.fill(value, as: fields[place].use.shape)
        }
    }
}

/// Items of lists.
extension FormContent {
    /// Adds an item to a list, behind another or at the end, and gives its path.
    mutating func add(to path: FormPath, after place: Int? = nil) -> FormPath? {
        guard case .list(let element, var items)? = self[path] else { return nil }
        let index = place.map { min($0 + 1, items.count) } ?? items.count
        items.insert(FormNode(element), at: index)
        put(items, of: element, at: path)
        return path.appending(.element(index))
    }

    /// Takes an item out of its list.
    mutating func remove(_ path: FormPath) {
        guard let (place, element, items) = item(at: path) else { return }
        var rest = items
        rest.remove(at: place)
        put(rest, of: element, at: path.parent)
    }

    /// The same item once more, behind it: its path.
    mutating func duplicate(_ path: FormPath) -> FormPath? {
        guard let (place, element, items) = item(at: path) else { return nil }
        var more = items
        more.insert(items[place], at: place + 1)
        put(more, of: element, at: path.parent)
        return path.parent.appending(.element(place + 1))
    }

    /// An item before or behind its neighbours: its new path.
    mutating func move(_ path: FormPath, by steps: Int) -> FormPath? {
        guard let (place, element, items) = item(at: path),
            items.indices.contains(place + steps)
        else { return nil }
        var moved = items
        moved.swapAt(place, place + steps)
        put(moved, of: element, at: path.parent)
        return path.parent.appending(.element(place + steps))
    }

    private func item(at path: FormPath) -> (Int, FieldShape, [FormNode])? {
        guard case .element(let place)? = path.steps.last,
            case .list(let element, let items)? = self[path.parent], place < items.count
        else { return nil }
        return (place, element, items)
    }

    private mutating func put(_ items: [FormNode], of element: FieldShape, at path: FormPath) {
        let isNumbered = Self.numbered.contains(field(at: path)?.use.name ?? "")
        self[path] = .list(element, isNumbered ? FormNode.numbered(items) : items)
    }

    /// Lists whose items number themselves by their order, in their first field (C2, §5, §7).
    private static let numbered: Set<String> = ["indicators", "plans", "rubric"]
}

extension FormNode {
    /// Items numbered anew, 1, 2, 3 …; as they are where one is numbered in a way of its own.
    fileprivate static func numbered(_ items: [FormNode]) -> [FormNode] {
        guard items.allSatisfy({ $0.number != nil }) else { return items }
        return items.enumerated().map { index, item in
            guard case .record(var fields) = item else { return item }
            fields[0].node.restore(.string(String(index + 1)))
            return .record(fields)
        }
    }

    /// The number in a record's first field, 0 where nothing stands there; nil of any other text.
    private var number: Int? {
        guard case .record(let fields) = self, case .line(let editor)? = fields.first?.node else {
            return nil
        }
        return editor.text.isEmpty ? 0 : Int(editor.text.string)
    }

    fileprivate mutating func replace(_ steps: ArraySlice<FormPath.Step>, with node: FormNode) {
        guard let step = steps.first else {
            self = node
            return
        }
        switch (step, self) {
        case (.member(let place), .record(var fields)) where place < fields.count:
            fields[place].node.replace(steps.dropFirst(), with: node)
            self = .record(fields)
        case (.element(let place), .list(let element, var items)) where place < items.count:
            items[place].replace(steps.dropFirst(), with: node)
            self = .list(element, items)
        default: break
        }
    }
}
