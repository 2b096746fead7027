/// Rows that are asked for one by one as they come into sight: as many as one likes.
public protocol RowSource<ID> {
    /// What a row stays known by when rows are sorted, filtered or come anew.
    associatedtype ID: Hashable, Sendable

    /// How many rows there are.
    var count: Int { get }

    /// Whose row stands there, from 0.
    func id(at index: Int) -> ID

    /// Where a row stands now; nil where it has gone. A source that is long should know without looking through all.
    func index(of id: ID) -> Int?
}

extension RowSource {
    /// The first that has it.
    public func index(of id: ID) -> Int? {
        (0..<count).first { self.id(at: $0) == id }
    }
}

/// Rows of a table.
public protocol TableRows: RowSource {
    /// What stands in a row and column, both from 0.
    func cell(at index: Int, column: Int) -> StyledText
}

/// Rows of a list.
public protocol ListRows: RowSource {
    /// What a row says.
    func item(at index: Int) -> StyledText
}

/// The elements of an array as rows.
public struct ElementRows<Element: Identifiable>: TableRows, ListRows
where Element.ID: Sendable {
    /// In the order in which they are shown.
    public let elements: [Element]
    private let text: (Element, Int) -> StyledText

    /// With what an element shows in each column, from 0; a list has only column 0.
    public init(_ elements: [Element], _ text: @escaping (Element, Int) -> StyledText) {
        self.elements = elements
        self.text = text
    }

    /// How many there are.
    public var count: Int { elements.count }

    /// Whose row stands there.
    public func id(at index: Int) -> Element.ID { elements[index].id }

    /// What stands in a row and column.
    public func cell(at index: Int, column: Int) -> StyledText { text(elements[index], column) }

    /// What a row says.
    public func item(at index: Int) -> StyledText { text(elements[index], 0) }
}
