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

extension LogFault {
    fileprivate func message(in texts: Texts) -> String {
        let (name, values): (String, [String: String]) =
            switch self {
            case .missing(let position): ("missing", ["position": String(position)])
            case .hash(let position): ("hash", ["position": String(position)])
            case .streamVersion(let position, let stream, let expected, let found):
                (
                    "streamVersion",
                    [
                        "position": String(position), "stream": stream,
                        "expected": String(expected), "found": String(found),
                    ]
                )
            case .recordedBackwards(let position):
                ("recordedBackwards", ["position": String(position)])
            case .checkpointBeyondEnd(let position, let last):
                ("checkpointBeyondEnd", ["position": String(position), "last": String(last)])
            case .checkpointHash(let position):
                ("checkpointHash", ["position": String(position)])
            case .checkpointKey(let position, let key):
                ("checkpointKey", ["position": String(position), "key": key])
            case .checkpointSignature(let position):
                ("checkpointSignature", ["position": String(position)])
            case .anchorOfAnotherBoard(let board): ("anchorOfAnotherBoard", ["board": board])
            case .anchorBeyondEnd(let position, let last):
                ("anchorBeyondEnd", ["position": String(position), "last": String(last)])
            case .anchorHash(let position): ("anchorHash", ["position": String(position)])
            case .anchorKey(let position, let key):
                ("anchorKey", ["position": String(position), "key": key])
            case .anchorSignature(let position):
                ("anchorSignature", ["position": String(position)])
            case .schemaAltered(let name): ("schemaAltered", ["name": name])
            }
        return texts.text("error.verification." + name, values)
    }
}
