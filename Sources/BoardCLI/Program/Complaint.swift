package import BoardDomain
package import BoardResources
import BoardService

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

    /// An error of any floor in the words that every face has for it, with its exit status.
    package init(_ error: any Error, texts: Texts) {
        if let complaint = error as? Complaint {
            self = complaint
            return
        }
        let words = FaultWording(error, in: texts)
        self.init(ExitStatus(words.kind), words.message, details: words.details)
    }

    /// `{"error": {status, message, …}}`.
    package var json: JSON {
        var members = details
        members["status"] = .integer(Int64(status.rawValue))
        members["message"] = .string(message)
        return ["error": .object(members)]
    }
}
