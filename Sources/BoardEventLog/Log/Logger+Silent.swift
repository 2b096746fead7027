package import Logging

extension Logger {
    /// Says nothing: the default of everything that logs, until a composition root puts another in.
    ///
    /// What is logged names rows, positions and counts; never contents, names or passphrases.
    package static let silent = Logger(label: "jiebang") { _ in SwiftLogNoOpLogHandler() }
}
