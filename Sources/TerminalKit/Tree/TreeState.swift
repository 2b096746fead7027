/// Something with others below it.
public struct TreeNode<ID: Hashable & Sendable>: Hashable, Sendable, Identifiable {
    /// What it stays known by.
    public var id: ID
    /// What it says.
    public var item: StyledText
    /// What is below it.
    public var children: [TreeNode]

    /// With nothing below it, unless told otherwise.
    public init(_ id: ID, _ item: StyledText, children: [TreeNode] = []) {
        self.id = id
        self.item = item
        self.children = children
    }
}

/// The nodes of a tree that can be seen as it is folded, each a row.
public struct TreeRows<ID: Hashable & Sendable>: RowSource, Sendable {
    /// One of them.
    public struct Row: Hashable, Sendable {
        /// What stands there.
        public let node: TreeNode<ID>
        /// How many others it is below.
        public let depth: Int
        /// The row of the one that it is below.
        public let parent: Int?
        /// Whether what is below it is seen.
        public let isOpen: Bool
    }

    /// From top to bottom.
    public private(set) var rows: [Row] = []
    private var places: [ID: Int] = [:]

    init(_ roots: [TreeNode<ID>], open: Set<ID>) {
        append(roots, depth: 0, parent: nil, open)
    }

    /// How many there are.
    public var count: Int { rows.count }

    /// Whose row stands there.
    public func id(at index: Int) -> ID { rows[index].node.id }

    /// Where it stands; nil where it is folded away.
    public func index(of id: ID) -> Int? { places[id] }

    private mutating func append(
        _ nodes: [TreeNode<ID>], depth: Int, parent: Int?, _ open: Set<ID>
    ) {
        for node in nodes {
            let isOpen = open.contains(node.id) && !node.children.isEmpty
            let place = rows.count
            places[node.id] = place
            rows.append(Row(node: node, depth: depth, parent: parent, isOpen: isOpen))
            if isOpen { append(node.children, depth: depth + 1, parent: place, open) }
        }
    }
}

/// What of a tree is unfolded, and where it stands.
public struct TreeState<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Of which nodes what is below them is seen.
    public private(set) var open: Set<ID>
    /// Which row is selected, and the first in sight.
    public private(set) var selection = RowSelection<ID>()

    /// All folded, unless told otherwise.
    public init(open: Set<ID> = []) { self.open = open }

    /// The rows that are seen.
    public func rows(of roots: [TreeNode<ID>]) -> TreeRows<ID> { TreeRows(roots, open: open) }

    /// Unfolds a node, or folds it.
    public mutating func toggle(_ id: ID) {
        if open.remove(id) == nil { open.insert(id) }
    }

    /// Selects a node and unfolds all that it is below.
    public mutating func reveal(_ id: ID, in roots: [TreeNode<ID>], height: Int) {
        for above in Self.path(to: id, in: roots)?.dropLast() ?? [] { open.insert(above) }
        let rows = rows(of: roots)
        if let place = rows.index(of: id) { selection.select(place, in: rows, height: height) }
    }

    /// Keeps the first row in sight after a change of nodes or height.
    public mutating func settle(in roots: [TreeNode<ID>], height: Int) {
        selection.settle(in: rows(of: roots), height: height)
    }

    /// Right unfolds, then goes to the first below; left folds, then goes to the one above; Space does either; `*` unfolds all that is below.
    /// Otherwise as `RowSelection.handle`.
    public mutating func handle(
        _ event: KeyEvent, in roots: [TreeNode<ID>], height: Int
    ) -> Bool {
        let rows = rows(of: roots)
        if selection.handle(event, in: rows, height: height) { return true }
        guard event.modifiers.subtracting(.shift).isEmpty,
            let place = selection.placement(in: rows, height: height).selected
        else { return false }
        let row = rows.rows[place]
        switch event.key {
        case .right, .character("l"):
            if row.node.children.isEmpty { return true }
            if row.isOpen {
                selection.select(place + 1, in: rows, height: height)
            } else {
                open.insert(row.node.id)
            }
        case .left, .character("h"):
            if row.isOpen {
                open.remove(row.node.id)
            } else if let parent = row.parent {
                selection.select(parent, in: rows, height: height)
            }
        case .character(" "): if !row.node.children.isEmpty { toggle(row.node.id) }
        case .character("*"): openAll(below: row.node)
        default: return false
        }
        return true
    }

    /// A click selects; one on the sign before a node unfolds or folds it. In columns and rows of the tree's part.
    /// - Returns: the node; nil below the last.
    public mutating func click(
        _ place: Position, in roots: [TreeNode<ID>], height: Int
    ) -> ID? {
        let rows = rows(of: roots)
        let index = selection.placement(in: rows, height: height).top + place.row
        guard 0..<height ~= place.row, index < rows.count else { return nil }
        let row = rows.rows[index]
        selection.select(index, in: rows, height: height)
        let sign = row.depth * Tree<ID>.indent
        if sign..<sign + Tree<ID>.indent ~= place.column, !row.node.children.isEmpty {
            toggle(row.node.id)
        }
        return row.node.id
    }

    private mutating func openAll(below node: TreeNode<ID>) {
        guard !node.children.isEmpty else { return }
        open.insert(node.id)
        for child in node.children { openAll(below: child) }
    }

    private static func path(to id: ID, in nodes: [TreeNode<ID>]) -> [ID]? {
        for node in nodes {
            if node.id == id { return [id] }
            if let path = path(to: id, in: node.children) { return [node.id] + path }
        }
        return nil
    }
}
