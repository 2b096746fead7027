package import BoardDomain

/// A command some of whose fields nobody can type: `OpeningDesk` makes them, out of what is named
/// here.
package enum DeskCommand: String, CaseIterable, Sendable {
    case seal, publish
    case handOnShares = "hand-on-shares"
    case attendOpening = "attend-opening"
    case openBids = "open-bids"
    case openWithRecovery = "open-with-recovery"

    /// Nil for every other command.
    package init?(_ name: String, of machine: Machine) {
        guard let found = DeskCommand(rawValue: name), found != .seal || machine == .bid else {
            return nil
        }
        self = found
    }

    /// Whether a bid's content and its attachments go into it.
    package var takesContent: Bool { self == .seal }

    /// How many persons it names whose public keys come out of their key files (C9, G14).
    package var openers: Int {
        switch self {
        case .publish: 2
        case .handOnShares: 1
        case .seal, .attendOpening, .openBids, .openWithRecovery: 0
        }
    }

    /// Whether a key file is unlocked for it.
    package var takesPassphrase: Bool {
        switch self {
        case .handOnShares, .attendOpening, .openBids, .openWithRecovery: true
        case .seal, .publish: false
        }
    }

    /// Whether a field comes out of what is named to it: nobody is asked for it.
    package func makes(_ use: FieldUse) -> Bool {
        use.shape.isOfKeys || self == .seal && use.name == F.termsVersion.name
    }

    /// Speaks against a content, or openers, given to a command that has no use for them.
    ///
    /// - Throws: `OpeningFault.contentUnused`, `OpeningFault.openersUnused`.
    package static func check(
        _ name: String, of machine: Machine, hasContent: Bool, hasOpeners: Bool
    ) throws(OpeningFault) {
        let command = DeskCommand(name, of: machine)
        guard !hasContent || command?.takesContent == true else {
            throw .contentUnused(command: name)
        }
        guard !hasOpeners || command.map({ $0.openers > 0 }) == true else {
            throw .openersUnused(command: name)
        }
    }
}

/// What a command around the sealed bids was not given, or was given in vain.
package enum OpeningFault: Error, Hashable, Sendable {
    /// A bid is sealed from its content.
    case contentMissing
    case contentUnused(command: String)
    case openersUnused(command: String)
    /// The two openers cannot be told from the case; these persons have keys.
    case openersMissing(known: [PersonID])
    /// Shares are handed on to one successor.
    case successorMissing
}

extension FieldShape {
    /// Whether nobody could type it: digests, ciphertext, keys and lists of them.
    package var isOfKeys: Bool {
        switch self {
        case .bytes, .digest: true
        case .list(let element): element.isOfKeys
        case .record(let uses): uses.contains { $0.shape.isOfKeys }
        default: false
        }
    }
}
