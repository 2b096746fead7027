/// Turns a payload of one schema into the next one's, when it is read; the row itself stays.
package struct Upcaster: Sendable {
    package let type: String
    /// The schema it takes; it gives the one after.
    package let schema: Int
    let payload: @Sendable (String) -> String?

    /// - Parameter payload: nil where the text is not a payload of that schema.
    package init(
        type: String, schema: Int, payload: @escaping @Sendable (String) -> String?
    ) {
        self.type = type
        self.schema = schema
        self.payload = payload
    }
}
