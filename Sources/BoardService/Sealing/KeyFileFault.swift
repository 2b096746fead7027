/// Why a key file cannot be made or used.
package enum KeyFileFault: Error, Hashable, Sendable {
    case passphraseTooShort(minimum: Int)
    /// The passphrase is another one, or the file was altered: deliberately not told apart.
    case wrongPassphrase
    /// The file is no key file of this program.
    case unreadable
    /// The machine has not the memory that the file's cost asks for, in bytes.
    case notEnoughMemory(Int64)
    case file(FileFault)
}
