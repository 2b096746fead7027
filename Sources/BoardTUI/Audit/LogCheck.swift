import BoardDomain
import BoardService
import TerminalKit

/// A verification of the log: whether it runs and how far, or what it found.
struct LogCheck: Sendable {
    enum State: Sendable {
        case idle
        case running(done: Int64, of: Int64)
        case found(LogVerdict)
        case failed(SafeText)
    }

    private(set) var state = State.idle
    /// The outside anchor that the log was held against.
    private(set) var anchorPath: String?

    var isRunning: Bool { if case .running = state { true } else { false } }

    mutating func begin(anchor path: String?) {
        anchorPath = path
        state = .running(done: 0, of: 0)
    }

    mutating func take(_ news: LongAnswer<LogVerdict>.News) {
        switch news {
        case .progress(let done, let whole): state = .running(done: done, of: whole)
        case .answer(.success(let verdict)): state = .found(verdict)
        case .answer(.failure(let fault)): state = .failed(fault.words)
        }
    }
}

/// What a walk over the log and over the record of reads found.
struct LogVerdict: Sendable {
    let log: LogAudit
    /// Nil where nobody was shown anything restricted yet.
    let reads: LogAudit?
    let isAnchored: Bool
}

extension BoardDesk {
    func check(anchor path: String?) -> LongAnswer<LogVerdict> {
        LongAnswer { progress in
            do {
                let anchor = try path.map { path in
                    let text = String(decoding: try LocalFile.read(path), as: UTF8.self)
                    guard let anchor = Anchor(text: text) else { throw NoAnchor(path: path) }
                    return anchor
                }
                let log = try await board.verify(anchor: anchor, progress: progress)
                return .success(
                    LogVerdict(
                        log: log, reads: try await board.verifyReads(),
                        isAnchored: anchor != nil))
            } catch let error as NoAnchor {
                let words = texts.text("cli.verify.noAnchor", ["path": error.path])
                return .failure(Fault(words: SafeText(words), isConflict: false))
            } catch {
                return .failure(fault(error))
            }
        }
    }
}

/// A file that holds no checkpoint's text.
private struct NoAnchor: Error {
    let path: String
}

/// A verification as it looks.
struct LogCheckView: Widget {
    let check: LogCheck
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let rows = Layout.vertical(.length(1), .length(1), .length(1), .min(1)).split(
            frame.bounds.inset(columns: 1))
        if let path = check.anchorPath {
            frame.writeField(
                setting.text("tui.audit.against", ["path": path]), column: 1,
                columns: frame.size.columns - 2, style: theme[.muted])
        }
        switch check.state {
        case .idle:
            frame.draw(Text(setting.text("tui.audit.idle"), style: theme[.text]), in: rows[3])
        case .running(let done, let whole):
            frame.draw(
                Gauge(
                    whole == 0 ? 0 : Double(done) / Double(whole),
                    label: setting.text("cli.verify.progress"), theme: theme), in: rows[1])
        case .failed(let words):
            frame.draw(Text("✗ " + words, style: theme[.danger]), in: rows[3])
        case .found(let verdict): draw(verdict, in: rows[3], on: &frame)
        }
    }

    private func draw(_ verdict: LogVerdict, in rect: Rect, on frame: inout Frame) {
        let texts = setting.texts
        let log = verdict.log
        var values = [
            "events": String(log.events), "head": log.head.text,
            "checkpoints": String(log.checkpoints),
        ]
        let words: String
        if let fault = log.fault {
            values["fault"] = fault.message(in: texts)
            words = "✗ " + texts.text("cli.verify.broken", values)
        } else {
            let key = verdict.isAnchored ? "cli.verify.anchored" : "cli.verify.sound"
            words = "✓ " + texts.text(key, values)
        }
        let theme = setting.theme
        let sound = Text(
            SafeText(words), style: theme[log.fault == nil ? .success : .danger])
        let height = sound.rows(columns: rect.columns, ambiguous: frame.ambiguous)
        let parts = Layout.vertical(.length(height), .length(1), .min(1)).split(rect)
        frame.draw(sound, in: parts[0])
        guard let reads = verdict.reads else { return }
        let told =
            reads.fault.map {
                "✗ " + texts.text("cli.verify.readsBroken", ["fault": $0.message(in: texts)])
            }
            ?? "✓ "
            + texts.text(
                "cli.verify.reads", ["events": String(reads.events), "head": reads.head.text])
        frame.draw(
            Text(SafeText(told), style: theme[reads.fault == nil ? .success : .danger]),
            in: parts[2])
    }
}
