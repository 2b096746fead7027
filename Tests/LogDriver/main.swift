import BoardDomain
import BoardEventLog
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// A process of its own for the tests that kill it, starve it of disk or let it run beside another:
//   LogDriver append DATABASE TERM PREFIX COMMANDS WRITERS PADDING    (commands each; 60s: as many as come)
//   LogDriver follow DATABASE EVENTS
//   LogDriver rebuild DATABASE STAGE

/// One line, in one call, so that lines of several writers never mix and none is held back.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
}

let start = Instant(text: "2026-03-01T09:00:00Z")!
let vocabulary = EventVocabulary(["Noted": 1])

func request(_ id: String, padding: Int) -> AppendRequest {
    let draft = EventDraft(
        stream: "challenge/\(id)", type: "Noted", schema: 1, occurredAt: start, actor: "p-zhou",
        onBehalfOf: "", correlation: id, causation: .none, policy: "2026.1",
        payload: #"{"note":"\#(String(repeating: "x", count: padding))"}"#)
    return AppendRequest(
        person: "p-zhou", commandID: id, body: SodiumDigest.sha256(Array(id.utf8)),
        outcome: "{}", events: [draft], recordedAt: start)
}

/// Says `a ID POSITION` for what was recorded, `d ID` for a repetition, `u ID` for an unknown
/// outcome and `f ID` for a failure, which ends the writer.
func append(_ arguments: [String]) async throws {
    let log = try SQLiteEventLog(
        path: arguments[0], term: WriterTerm(rawValue: arguments[1])!, vocabulary: vocabulary,
        at: start, patience: 60_000)
    say("o")
    let prefix = arguments[2]
    let seconds = arguments[3].hasSuffix("s") ? Int(arguments[3].dropLast()) : nil
    let commands = seconds == nil ? Int(arguments[3])! : .max
    let end = seconds.map { ContinuousClock.now + .seconds($0) }
    let (writers, padding) = (Int(arguments[4])!, Int(arguments[5])!)
    await withTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
            group.addTask {
                for number in 0..<commands {
                    if let end, ContinuousClock.now >= end { return }
                    let id = "\(prefix)-\(writer)-\(number)"
                    do {
                        let receipt = try await log.append(request(id, padding: padding))
                        say(receipt.positions.map { "a \(id) \($0.lowerBound)" } ?? "d \(id)")
                    } catch EventLogError.outcomeUnknown(let unknown) {
                        return say("u \(unknown)")
                    } catch {
                        return say("f \(id) \(error)")
                    }
                }
            }
        }
    }
    do { try await log.close() } catch { say("x \(error)") }
}

/// Says `r POSITION ID` for every event, as it comes.
func follow(_ arguments: [String]) async throws {
    let log = try SQLiteEventLog(
        path: arguments[0], term: .never, vocabulary: vocabulary, at: start,
        pause: { try await Task.sleep(for: .milliseconds(1)) })
    say("o")
    for try await row in log.subscribe(after: 0) {
        say("r \(row.position) \(row.commandID)")
        if row.position == Int64(arguments[1]) { break }
    }
    try await log.close()
}

/// Makes the projections that a test's fold makes of a log of notes, and at a stage of it says so and
/// waits to be killed: `fold` after events were taken, `write` after projections were written.
struct StoppingFold: ProjectionFold {
    let stage: String
    private var versions: [String: Int] = [:]
    private let written = Written()

    private final class Written: Sendable { let count = Atomic(0) }

    init(stage: String) { self.stage = stage }

    mutating func evolve(_ row: EventRow) {
        versions[row.stream, default: 0] += 1
        if stage == "fold", row.position == 1000 { stop() }
    }

    func projection(of stream: String) -> StreamProjection {
        let count = written.count.add(1, ordering: .relaxed).newValue
        if stage == "write", count == 500 { stop() }
        return StreamProjection(stream: stream, version: versions[stream] ?? 0)
    }

    private func stop() {
        say("s \(stage)")
        while true { pause() }
    }
}

/// Says `s STAGE` where it stops for good, and `e` at the end of a rebuild that is not to stop.
func rebuild(_ arguments: [String]) async throws {
    let log = try SQLiteEventLog(
        path: arguments[0], term: .life, vocabulary: vocabulary, at: start, projections: .any)
    try await log.rebuildProjections(with: StoppingFold(stage: arguments[1])) { _ in }
    try await log.close()
    say("e")
}

do {
    let arguments = CommandLine.arguments
    if arguments[1] == "append" { try await append(Array(arguments[2...])) }
    if arguments[1] == "follow" { try await follow(Array(arguments[2...])) }
    if arguments[1] == "rebuild" { try await rebuild(Array(arguments[2...])) }
} catch {
    say("x \(error)")
    exit(1)
}
