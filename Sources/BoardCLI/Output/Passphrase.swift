import BoardDomain
import BoardService
import Glibc

/// A passphrase from a file's first line, or from the terminal without showing it.
struct Passphrase {
    private let file: String?
    private let session: Session

    init(file: String?, _ session: Session) {
        self.file = file
        self.session = session
    }

    /// - Parameter isNew: asked for twice, for a wrong one would lock its owner out for ever.
    func read(isNew: Bool = false) throws -> String {
        if let file {
            let bytes = try LocalFile.read(file)
            let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            return String(decoding: line, as: UTF8.self)
        }
        let first = try ask("cli.passphrase.ask")
        guard isNew else { return first }
        guard try ask("cli.passphrase.again") == first else {
            throw Complaint(.usage, session.text("cli.passphrase.differs"))
        }
        return first
    }

    private func ask(_ key: String) throws -> String {
        guard isatty(0) == 1 else {
            throw Complaint(.usage, session.text("cli.passphrase.noTerminal"))
        }
        var settings = termios()
        tcgetattr(0, &settings)
        let former = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSAFLUSH, &settings)
        defer {
            var back = former
            tcsetattr(0, TCSAFLUSH, &back)
            Screen.complain("")
        }
        Screen.prompt(session.text(key))
        return readLine(strippingNewline: true) ?? ""
    }
}
