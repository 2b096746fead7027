import BoardDomain
import BoardEventLog
import BoardResources

extension FaultWording {
    init(_ fault: EventLogError, _ texts: Texts) {
        let (kind, name, values) = Self.reading(fault, texts)
        self.init(
            kind, texts.text("error." + name, values),
            details: values.mapValues(JSON.string).merging(["code": .string(name)]) { $1 })
    }

    /// Kind, name and placeholders of every fault of the log.
    private static func reading(
        _ fault: EventLogError, _ texts: Texts
    ) -> (FaultKind, String, [String: String]) {
        switch fault {
        // Its version would tell how many events it has that nobody may see yet (§15).
        case .conflict(let stream, _, _):
            (.conflict, "conflict", ["stream": StreamID(text: stream)?.id ?? stream])
        case .headMoved(let expected, let actual):
            (.conflict, "headMoved", ["expected": expected.text, "actual": actual.text])
        case .commandReused(let id): (.conflict, "commandReused", ["id": id])
        case .documentNumberInUse(let kind, let number, let stream):
            (
                .refused, "documentNumberInUse",
                [
                    "kind": kind, "number": number, "stream": StreamID(text: stream)?.id ?? stream,
                ]
            )
        case .badCausation(let event): (.storage, "badCausation", ["event": String(event)])
        case .searchTooShort(let text): (.usage, "searchTooShort", ["text": text])
        case .pageGone(let id): (.notFound, "pageGone", ["id": id])
        case .locked(let pid, let since):
            (
                .conflict, "locked",
                [
                    "pid": pid.map(String.init) ?? "–",
                    "since": since.map(ValueWording(texts).instant) ?? "–",
                ]
            )
        case .readOnly: (.storage, "readOnly", [:])
        case .rebuilding: (.conflict, "rebuilding", [:])
        case .newerFile(let found, let known):
            (.storage, "newerFile", ["found": String(found), "known": String(known)])
        case .notABoard(let path): (.storage, "notABoard", ["path": path])
        case .boardMissing(let path): (.notFound, "boardMissing", ["path": path])
        case .boardExists(let path): (.conflict, "boardExists", ["path": path])
        case .unknownTable(let name): (.storage, "unknownTable", ["name": name])
        case .schemaAltered(let name): (.storage, "schemaAltered", ["name": name])
        case .projectionVersion(let found, let known):
            (.storage, "projectionVersion", ["found": String(found), "known": String(known)])
        case .unknownEventType(let type, let position):
            (.storage, "unknownEventType", ["type": type, "position": String(position)])
        case .newerEventSchema(let type, let schema, let known, let position):
            (
                .storage, "newerEventSchema",
                [
                    "type": type, "schema": String(schema), "known": String(known),
                    "position": String(position),
                ]
            )
        case .corrupt(let position, let column):
            (.storage, "corrupt", ["position": String(position), "column": column])
        case .corruptTable(let name): (.storage, "corruptTable", ["name": name])
        case .unsound(let path, let fault):
            (
                .storage, "unsound",
                ["path": path, "position": fault?.position.map { String($0) } ?? "–"]
            )
        case .signingKeyMissing(let path): (.storage, "signingKeyMissing", ["path": path])
        case .signingKeyInvalid(let path): (.storage, "signingKeyInvalid", ["path": path])
        case .outcomeUnknown(let id): (.storage, "outcomeUnknown", ["id": id])
        case .stopped(let reason): (.storage, "stopped", ["reason": reason])
        case .closed: (.storage, "closed", [:])
        case .storage(let code, let message):
            (
                .storage, "storage",
                ["code": String(code), "message": storage(code, message, texts)]
            )
        case .file(let path, let errno):
            (
                .storage, "file",
                ["path": path, "reason": FileFault.reason(errno, in: texts)]
            )
        }
    }

    /// SQLite's primary result codes that a user can do something about; the extended ones carry
    /// them in their lowest byte.
    private static func storage(_ code: Int32, _ message: String, _ texts: Texts) -> String {
        let names: [Int32: String] = [
            5: "busy", 6: "busy", 8: "readOnly", 10: "io", 11: "corrupt", 13: "full",
            14: "cannotOpen", 26: "notADatabase",
        ]
        return names[code & 0xFF].map { texts.text("error.storage." + $0) } ?? message
    }
}
