package import BoardDomain
package import BoardResources

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What kind of thing went wrong: a command line ends with a status for each, a page answers with
/// one.
package enum FaultKind: CaseIterable, Sendable {
    /// A rule spoke against it; nothing has changed.
    case refused
    /// What was given cannot be understood.
    case usage
    case notFound
    /// Somebody else was faster, or is writing.
    case conflict
    case storage
}

/// An error of any floor, worded for the user; nothing of the machinery shows through.
package struct FaultWording: Sendable {
    package let kind: FaultKind
    package let message: String
    /// Members for a program, beside the message.
    package let details: [String: JSON]

    init(_ kind: FaultKind, _ message: String, details: [String: JSON] = [:]) {
        self.kind = kind
        self.message = message
        self.details = details
    }

    /// Words every error that a face may meet; of one that nobody foresaw, what it says of itself.
    package init(_ error: any Error, in texts: Texts) {
        let wording = ValueWording(texts)
        switch error {
        case let refusal as Refusal:
            // What is not there is not found, whoever finds it out.
            self.init(
                refusal.code == .noSuchObject ? .notFound : .refused, wording.refusal(refusal),
                details: refusal.json.object ?? [:])
        case let fault as FileFault:
            self.init(
                fault.kind,
                texts.text(
                    "error.file", ["path": fault.path, "reason": fault.reason(in: texts)]))
        case let fault as BoardFault: self.init(fault, texts)
        case let fault as EventLogError: self.init(fault, texts)
        case let fault as FieldInputFault:
            self.init(
                .usage, fault.message(in: texts), details: ["field": .string(fault.path)])
        case let fault as IdentityFault:
            self.init(
                .usage,
                texts.text(
                    "error.identity", ["fault": MisreadValue.identity(fault).message(in: texts)]),
                details: ["code": "identity"])
        case let fault as JSONFault:
            self.init(
                .usage,
                texts.text(
                    "error.json",
                    [
                        "offset": String(fault.offset),
                        "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                    ]))
        case let fault as JSONFileFault:
            self.init(
                .usage,
                texts.text(
                    "error.jsonFile",
                    [
                        "path": fault.path, "line": String(fault.line),
                        "column": String(fault.column),
                        "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                    ]))
        case let fault as NameFault: self.init(fault, texts)
        case let fault as OpeningFault: self.init(fault, texts)
        case let fault as BidPapersFault: self.init(fault, texts)
        case let fault as SealFault: self.init(fault, texts)
        case let fault as KeyFileFault: self.init(fault, texts)
        case let fault as DocumentFault: self.init(fault, texts)
        case let fault as PrintFault: self.init(fault, texts)
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
        let (kind, name, values): (FaultKind, String, [String: String]) =
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
            case .changedSince(let stream, let read, let last):
                (
                    .conflict, "changedSince",
                    ["id": stream, "read": String(read), "last": String(last)]
                )
            case .keyMissing(let person): (.notFound, "keyMissing", ["person": person])
            case .keyExists(let person): (.conflict, "keyExists", ["person": person])
            case .sharesMissing(let bid): (.notFound, "sharesMissing", ["bid": bid])
            case .notAnOpener(let person): (.refused, "notAnOpener", ["person": person])
            }
        self.init(
            kind, texts.text("error." + name, values),
            details: values.mapValues(JSON.string).merging(["code": .string(name)]) { $1 })
    }
}

extension FileFault {
    /// Of the file system's faults, the ones that a user can do something about have words.
    func reason(in texts: Texts) -> String { Self.reason(code, in: texts) }

    static func reason(_ code: Int32, in texts: Texts) -> String {
        let names: [Int32: String] = [
            ENOENT: "ENOENT", EEXIST: "EEXIST", EACCES: "EACCES", EPERM: "EACCES",
            ENOSPC: "ENOSPC", ENOTDIR: "ENOTDIR", EISDIR: "EISDIR", EROFS: "EROFS",
            EFBIG: "EFBIG", EIO: "EIO", ENAMETOOLONG: "ENAMETOOLONG",
        ]
        return names[code].map { texts.text("error.errno." + $0) }
            ?? texts.text("error.errno", ["number": String(code)])
    }

    /// A file that is not there is not found, one that is there already a conflict.
    fileprivate var kind: FaultKind {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EEXIST: .conflict
        default: .storage
        }
    }
}
