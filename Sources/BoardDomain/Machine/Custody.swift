/// What a row keeps outside the log, so that it can be erased: the wrapped shares of a bid's key.
///
/// It is handed over with the signature that brings it, as the text that is signed holds none of it,
/// and erased again where that text comes to nothing.
package struct Custody: Sendable {
    /// The name under which it lies, from the fields that are signed.
    let name: @Sendable (Turn) -> String
    /// What is handed over, from the confidential fields.
    let deposits: @Sendable (Turn) -> [KeyDeposit]
}
