/// Why a document cannot be stored or read.
package enum DocumentFault: Error, Hashable, Sendable {
    /// More than so many bytes.
    case tooLarge(limit: Int64)
    case missing
    /// The file's bytes no longer have the digest that it is named by.
    case damaged
    case file(FileFault)
}
