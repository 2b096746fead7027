import BoardDomain
import TerminalKit

/// The way to a node of a form: members by their place, elements of lists by theirs.
struct FormPath: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case member(Int)
        case element(Int)
    }

    var steps: [Step] = []

    func appending(_ step: Step) -> FormPath { FormPath(steps: steps + [step]) }

    var parent: FormPath { FormPath(steps: Array(steps.dropLast())) }

    var depth: Int { max(0, steps.count - 1) }
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

    /// What a draft holds of it.
    var typed: JSON { FormNode.record(fields).typed ?? .object([:]) }

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

    /// Adds an item to a list, and gives its path.
    mutating func add(to path: FormPath) -> FormPath? {
        guard case .list(let element, var items)? = self[path] else { return nil }
        items.append(FormNode(element))
        self[path] = .list(element, items)
        return path.appending(.element(items.count - 1))
    }

    /// Takes an item out of its list.
    mutating func remove(_ path: FormPath) {
        guard case .element(let place)? = path.steps.last,
            case .list(let element, var items)? = self[path.parent], place < items.count
        else { return }
        items.remove(at: place)
        self[path.parent] = .list(element, items)
    }
}

extension FormNode {
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
