/// The statements that keep the index of words, each for the texts of one stream.
///
/// Not triggers: SQLite lets none write to a virtual table unless the whole schema is trusted.
struct WordIndex: Sendable {
    /// The rows, to be compared: equal ones are left as they are, since to index them costs more
    /// than all other tables.
    let selection: String
    /// Before the texts are deleted: the index has to be told what they were.
    let removal: String
    /// After they have been inserted.
    let addition: String

    static let texts = WordIndex(
        selection: "SELECT stream, title, body FROM projected_texts WHERE stream = ?1",
        removal: """
            INSERT INTO projected_words (projected_words, rowid, title, body)
            SELECT 'delete', place, title, body FROM projected_texts WHERE stream = ?1
            """,
        addition: """
            INSERT INTO projected_words (rowid, title, body)
            SELECT place, title, body FROM projected_texts WHERE stream = ?1
            """)
}
