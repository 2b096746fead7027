import BoardDomain
import BoardResources
import BoardService

extension Complaint {
    /// A bid's content that says something it may not: which file, which member, what is wrong.
    init(_ fault: BidContentFault, path: String, _ texts: Texts) {
        let (name, values): (String, [String: String]) =
            switch fault {
            case .syntax(let fault):
                (
                    "syntax",
                    [
                        "offset": String(fault.offset),
                        "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                    ]
                )
            case .notCanonical: ("notCanonical", [:])
            case .missing(let member): ("missing", ["member": member])
            case .unknown(let member): ("unknown", ["member": member])
            case .wrongKind(let member): ("wrongKind", ["member": member])
            case .unknownFormat(let member): ("unknownFormat", ["member": member])
            case .blank(let member): ("blank", ["member": member])
            case .badText(let member): ("badText", ["member": member])
            case .outOfRange(let member, let value, let allowed):
                (
                    "outOfRange",
                    [
                        "member": member, "value": String(value),
                        "least": String(allowed.lowerBound), "most": String(allowed.upperBound),
                    ]
                )
            case .twice(let member): ("twice", ["member": member])
            case .disorder(let member): ("disorder", ["member": member])
            case .sharesNotWhole(let member, let total):
                ("sharesNotWhole", ["member": member, "total": String(total)])
            }
        self.init(
            .usage,
            texts.text(
                "error.content",
                ["path": path, "fault": texts.text("error.content." + name, values)]),
            details: ["code": .string("content." + name)])
    }

    init(_ fault: SealFault, _ texts: Texts) {
        let (name, values): (String, [String: String]) =
            switch fault {
            case .openersNotTwo: ("openersNotTwo", [:])
            case .unusableKey(let holder): ("unusableKey", ["holder": holder])
            case .content(let fault): ("content", ["fault": "\(fault)"])
            case .contentTooLarge(let limit): ("contentTooLarge", ["limit": String(limit)])
            case .missingShare: ("missingShare", [:])
            case .unreadableShare: ("unreadableShare", [:])
            case .foreignShare: ("foreignShare", [:])
            case .corrupt: ("corrupt", [:])
            case .commitmentMismatch: ("commitmentMismatch", [:])
            case .corruptAttachment(let number):
                ("corruptAttachment", ["number": String(number)])
            }
        self.init(
            .refused, texts.text("error.seal." + name, values),
            details: ["code": .string("seal." + name)])
    }

    init(_ fault: KeyFileFault, _ texts: Texts) {
        let (status, name, values): (ExitStatus, String, [String: String]) =
            switch fault {
            case .passphraseTooShort(let minimum):
                (.usage, "passphraseTooShort", ["minimum": String(minimum)])
            case .wrongPassphrase: (.refused, "wrongPassphrase", [:])
            case .unreadable: (.storage, "unreadable", [:])
            case .notEnoughMemory(let bytes):
                (.storage, "notEnoughMemory", ["bytes": String(bytes)])
            case .file(let fault):
                (
                    .notFound, "file",
                    [
                        "path": fault.path,
                        "reason": InputFileFault(path: fault.path, errno: fault.code).reason,
                    ]
                )
            }
        self.init(
            status, texts.text("error.keyFile." + name, values),
            details: ["code": .string("keyFile." + name)])
    }

    init(_ fault: DocumentFault, _ texts: Texts) {
        let (name, values): (String, [String: String]) =
            switch fault {
            case .tooLarge(let limit): ("tooLarge", ["limit": String(limit)])
            case .missing: ("missing", [:])
            case .damaged: ("damaged", [:])
            case .file(let fault):
                (
                    "file",
                    [
                        "path": fault.path,
                        "reason": InputFileFault(path: fault.path, errno: fault.code).reason,
                    ]
                )
            }
        self.init(
            .storage, texts.text("error.document." + name, values),
            details: ["code": .string("document." + name)])
    }
}
