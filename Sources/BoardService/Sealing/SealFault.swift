package import BoardDomain

/// Why a bid cannot be sealed or read; each concerns one bid, so that a bad one becomes `invalid`
/// and stops no other (B10, C16).
package enum SealFault: Error, Hashable, Sendable {
    /// There are not two openers with different names and keys, none of them the recovery key.
    case openersNotTwo
    /// The key of this holder is no point that anyone can have the secret of.
    case unusableKey(String)
    case content(BidContentFault)
    /// The canonical content has more than so many bytes.
    case contentTooLarge(limit: Int)
    /// Fewer than both shares were given.
    case missingShare
    /// A wrapped share is damaged, or was wrapped for another key.
    case unreadableShare
    /// A share of another bid.
    case foreignShare
    /// The shares do not open the ciphertext, or it is damaged.
    case corrupt
    /// What was sealed is not what was committed to (I7).
    case commitmentMismatch
    /// The attachment of this number, from 1, is damaged or not the one that was sealed.
    case corruptAttachment(Int)

    /// The word by which the log and the texts know it.
    package var name: String {
        switch self {
        case .openersNotTwo: "openersNotTwo"
        case .unusableKey: "unusableKey"
        case .content: "content"
        case .contentTooLarge: "contentTooLarge"
        case .missingShare: "missingShare"
        case .unreadableShare: "unreadableShare"
        case .foreignShare: "foreignShare"
        case .corrupt: "corrupt"
        case .commitmentMismatch: "commitmentMismatch"
        case .corruptAttachment: "corruptAttachment"
        }
    }
}
