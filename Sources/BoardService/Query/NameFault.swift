package import BoardDomain
import BoardResources

/// A name that somebody gave and that leads nowhere, with the names that he may have meant.
package enum NameFault: Error, Hashable, Sendable {
    /// No identifier at all.
    case misread(String)
    /// Nobody of the board, or several, bear it; these may be told.
    case person(String, near: [PersonID])
    /// No stream that the asker may know of.
    case stream(String, near: [String])
    /// No command of the object.
    case command(String, near: [String])
    /// A command that several objects of the stream take; the places name them.
    case ambiguous(command: String, places: [String])
    /// A command about money, which names its object wherever there are several of the kind.
    case unnamed(command: String, places: [String])

    /// A command that is none of those that are known.
    package static func command(_ given: String, among known: [String]) -> NameFault {
        .command(given, near: Suggestion.nearest(to: given, among: known))
    }
}
