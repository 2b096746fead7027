package import BoardDomain

/// Why a command line came to nothing: the status it ends with, words for a person, members for a
/// program.
package struct Complaint: Error, Sendable {
    package let status: ExitStatus
    package let message: String
    package let details: [String: JSON]

    package init(_ status: ExitStatus, _ message: String, details: [String: JSON] = [:]) {
        self.status = status
        self.message = message
        self.details = details
    }

    /// `{"error": {status, message, …}}`.
    package var json: JSON {
        var members = details
        members["status"] = .integer(Int64(status.rawValue))
        members["message"] = .string(message)
        return ["error": .object(members)]
    }
}
