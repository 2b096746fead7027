import BoardDomain
package import BoardResources
import BoardService

extension Complaint {
    /// An error of any floor, worded for the user; nothing of the machinery shows through.
    package init(_ error: any Error, texts: Texts) {
        let wording = ValueWording(texts)
        switch error {
        case let complaint as Complaint: self = complaint
        case let refusal as Refusal:
            self.init(
                .refused, wording.refusal(refusal), details: refusal.json.object ?? [:])
        case let fault as InputFileFault:
            self.init(
                fault.status,
                texts.text(
                    "error.file", ["path": fault.path, "reason": fault.reason(in: texts)]))
        case let fault as BoardFault: self.init(fault, texts)
        case let fault as EventLogError: self.init(fault, texts)
        case let fault as FieldInputFault:
            self.init(
                .usage, fault.message(in: texts), details: ["field": .string(fault.path)])
        case let fault as JSONFault:
            self.init(
                .usage,
                texts.text(
                    "error.json",
                    [
                        "offset": String(fault.offset),
                        "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                    ]))
        case let fault as SealFault: self.init(fault, texts)
        case let fault as KeyFileFault: self.init(fault, texts)
        case let fault as DocumentFault: self.init(fault, texts)
        case let fault as SampleFault: self.init(fault, texts)
        default:
            self.init(
                .storage, texts.text("error.unforeseen", ["fault": String(describing: error)]))
        }
    }

    private init(_ fault: SampleFault, _ texts: Texts) {
        let wording = ValueWording(texts)
        switch fault {
        case .resource(let member):
            self.init(.storage, texts.text("error.sample.resource", ["member": member]))
        case .nobody(let role):
            self.init(.storage, texts.text("error.sample.nobody", ["role": wording.role(role)]))
        case .refused(let command, let refusal, let instant):
            self.init(
                .refused,
                texts.text(
                    "error.sample.refused",
                    [
                        "object": "\(command.stream.id) \(wording.object(command.subject.text))",
                        "command": command.name, "at": wording.instant(instant),
                        "refusal": wording.refusal(refusal),
                    ]))
        }
    }

    private init(_ fault: BoardFault, _ texts: Texts) {
        let wording = ValueWording(texts)
        let (status, name, values): (ExitStatus, String, [String: String]) =
            switch fault {
            case .notFound(let id): (.notFound, "notFound", ["id": id])
            case .noPolicy(let instant):
                (.refused, "noPolicy", ["instant": wording.instant(instant)])
            case .instantNotAllowed: (.usage, "instantNotAllowed", [:])
            case .instantPast(let given, let last):
                (
                    .usage, "instantPast",
                    ["given": wording.instant(given), "last": wording.instant(last)]
                )
            case .stepsDue(let count, let at):
                (.conflict, "stepsDue", ["count": String(count), "at": wording.instant(at)])
            case .keyMissing(let person): (.notFound, "keyMissing", ["person": person])
            case .keyExists(let person): (.conflict, "keyExists", ["person": person])
            case .sharesMissing(let bid): (.notFound, "sharesMissing", ["bid": bid])
            case .notAnOpener(let person): (.refused, "notAnOpener", ["person": person])
            }
        self.init(
            status, texts.text("error." + name, values),
            details: values.mapValues(JSON.string).merging(["code": .string(name)]) { $1 })
    }

    private init(_ fault: EventLogError, _ texts: Texts) {
        let (status, name, values) = Self.reading(fault, texts)
        self.init(
            status, texts.text("error." + name, values),
            details: values.mapValues(JSON.string).merging(["code": .string(name)]) { $1 })
    }

    /// Status, name and placeholders of every fault of the log.
    private static func reading(
        _ fault: EventLogError, _ texts: Texts
    ) -> (ExitStatus, String, [String: String]) {
        switch fault {
        case .conflict(let stream, let expected, let actual):
            (
                .conflict, "conflict",
                [
                    "stream": StreamID(text: stream)?.id ?? stream,
                    "expected": String(expected), "actual": String(actual),
                ]
            )
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
                [
                    "path": path,
                    "reason": InputFileFault(path: path, errno: errno).reason(in: texts),
                ]
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
