package import BoardDomain
import BoardEventLog

/// By what one natural person is known once, without the board keeping the identity number (G5).
package enum NaturalKey {
    /// SHA-256 over the framed number.
    package static func digest(of number: IdentityNumber) -> Digest {
        var fields = Framing()
        fields.append("jiebang-person/1")
        fields.append(number.text)
        return SodiumDigest.function(fields)
    }
}
