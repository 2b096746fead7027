package import BoardDomain
import BoardEventLog

/// By what one natural person is known once, without the board keeping the identity number (G5).
package enum NaturalKey {
    /// SHA-256 over the framed number, letters in upper case, white space left out.
    package static func digest(ofIdentity number: String) -> Digest {
        var fields = Framing()
        fields.append("jiebang-person/1")
        fields.append(Width.narrow(number).uppercased().filter { !$0.isWhitespace })
        return SodiumDigest.function(fields)
    }
}
