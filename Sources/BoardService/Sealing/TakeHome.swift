package import BoardDomain

/// Files that somebody takes home from the board: a receipt, one's own copy of a bid.
package enum TakeHome {
    /// Writes a file that only its owner reads; what is there already stays as it is.
    ///
    /// - Throws: `FileFault`, `isTaken` where there is such a file.
    package static func write(_ text: String, to path: String) throws(FileFault) {
        let file = try OpenFile(creating: path)
        try file.append(Array(text.utf8))
        try file.sync()
    }
}

extension OpenedBid {
    private static let format = "jiebang-own-copy/1"

    /// The bidder's own copy: with it everybody whom he shows it can compute the commitment anew, and
    /// nobody else can before the opening.
    package var ownCopy: JSON {
        var members: [String: JSON] = [
            "format": .string(Self.format), "challenge": .string(binding.challenge),
            "bidder": .string(binding.bidder), "commitment": binding.commitment.json,
            "nonce": .string(Hexadecimal.text(nonce)), "content": content.json,
        ]
        members["contact"] = reach?.json
        return .object(members)
    }
}
