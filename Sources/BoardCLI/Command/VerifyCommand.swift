import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

/// `verify`: walks the chain, its checkpoints and an outside anchor (I2).
struct VerifyCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("verify")

    @Option(
        name: .customLong("anchor"),
        help: ArgumentHelp(say("cli.verify.anchor.help"), valueName: "file"), completion: .file())
    var anchor: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        // The record of reads is verified as a board is, by its own anchor.
        let suffix = CheckpointCommand.readsPath(of: "")
        if let anchor, anchor.hasSuffix(suffix), !session.database.hasSuffix(suffix) {
            throw Complaint(
                .usage,
                session.text(
                    "cli.verify.readsAnchor",
                    ["path": anchor, "log": String(anchor.dropLast(suffix.count))]))
        }
        let readsPath = anchor.map(CheckpointCommand.readsPath(of:)).flatMap {
            LocalFile.exists($0) ? $0 : nil
        }
        let anchor = try anchor.map { try read(anchor: $0, session) }
        let readsAnchor = try readsPath.map { try read(anchor: $0, session) }
        let board = try await session.open(for: .inspecting)
        let found = try await Progress(session.text("cli.verify.progress")).during {
            try await board.verify(anchor: anchor)
        }
        let values = [
            "events": String(found.events), "head": found.head.text,
            "checkpoints": String(found.checkpoints),
        ]
        if let fault = found.fault {
            let message = fault.message(in: session.texts)
            throw Complaint(
                .storage,
                session.text("cli.verify.broken", values.merging(["fault": message]) { $1 }),
                details: [
                    "sound": false, "events": .integer(found.events), "head": found.head.json,
                    "fault": .string(message),
                ])
        }
        let reads = try await reads(board, readsAnchor, session)
        if session.json {
            var members: [String: JSON] = [
                "sound": true, "events": .integer(found.events), "head": found.head.json,
                "checkpoints": .integer(Int64(found.checkpoints)),
                "anchored": .boolean(anchor != nil),
            ]
            if let reads {
                members["reads"] = [
                    "events": .integer(reads.events), "head": reads.head.json,
                    "anchored": .boolean(readsAnchor != nil),
                ]
            }
            Screen.write(.object(members))
        } else {
            Screen.write(
                session.text(anchor == nil ? "cli.verify.sound" : "cli.verify.anchored", values))
            guard let reads else { return }
            Screen.write(
                session.text(
                    readsAnchor == nil ? "cli.verify.reads" : "cli.verify.readsAnchored",
                    ["events": String(reads.events), "head": reads.head.text]))
        }
    }

    private func read(anchor path: String, _ session: Session) throws -> Anchor {
        let text = String(decoding: try LocalFile.read(path), as: UTF8.self)
        guard let anchor = Anchor(text: text) else {
            throw Complaint(.usage, session.text("cli.verify.noAnchor", ["path": path]))
        }
        return anchor
    }

    /// The record of reads beside the log (I27); nil where nobody was shown anything restricted yet.
    private func reads(
        _ board: LocalBoard, _ anchor: Anchor?, _ session: Session
    ) async throws -> LogAudit? {
        guard let found = try await board.verifyReads(anchor: anchor) else { return nil }
        guard let fault = found.fault else { return found }
        let message = fault.message(in: session.texts)
        throw Complaint(
            .storage, session.text("cli.verify.readsBroken", ["fault": message]),
            details: ["sound": false, "reads": true, "fault": .string(message)])
    }
}
