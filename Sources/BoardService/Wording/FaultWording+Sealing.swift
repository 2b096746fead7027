import BoardDomain
import BoardResources

extension FaultWording {
    /// A bid's content that says something it may not: which file, which member, what is wrong.
    init(_ fault: BidPapersFault, _ texts: Texts) {
        switch fault {
        case .content(let path, let fault):
            self.init(
                .usage,
                texts.text("error.content", ["path": path, "fault": Self.text(of: fault, texts)]),
                details: ["code": .string("content." + fault.name)])
        case .name(let name):
            self.init(.usage, texts.text("error.documentName", ["given": name]))
        }
    }

    /// What the commands around sealed bids were not given, or were given in vain.
    init(_ fault: OpeningFault, _ texts: Texts) {
        let (name, values): (String, [String: String]) =
            switch fault {
            case .contentMissing: ("content.missing", [:])
            case .contentUnused(let command): ("content.unused", ["command": command])
            case .openersUnused(let command): ("opener.unused", ["command": command])
            case .openersMissing(let known):
                (
                    "opener.missing",
                    [
                        "known": known.isEmpty
                            ? "–" : known.joined(separator: texts.text("cli.comma"))
                    ]
                )
            case .successorMissing: ("opener.successor", [:])
            }
        // Only a command line has options to name.
        let key = (texts.namesFields ? "cli.do." : "tui.desk.") + name
        self.init(.usage, texts.textIfPresent(key, values) ?? texts.text("cli.do." + name, values))
    }

    private static func text(of fault: BidContentFault, _ texts: Texts) -> String {
        let values: [String: String] =
            switch fault {
            case .syntax(let fault):
                [
                    "offset": String(fault.offset),
                    "fault": texts.text("error.json.\(fault.kind.rawValue)"),
                ]
            case .notCanonical: [:]
            case .missing(let member), .unknown(let member), .wrongKind(let member),
                .unknownFormat(let member), .blank(let member), .badText(let member),
                .twice(let member), .disorder(let member):
                ["member": member]
            case .outOfRange(let member, let value, let allowed):
                [
                    "member": member, "value": String(value),
                    "least": String(allowed.lowerBound), "most": String(allowed.upperBound),
                ]
            case .sharesNotWhole(let member, let total):
                ["member": member, "total": String(total)]
            }
        return texts.text("error.content." + fault.name, values)
    }

    init(_ fault: SealFault, _ texts: Texts) {
        let values: [String: String] =
            switch fault {
            case .unusableKey(let holder): ["holder": holder]
            case .content(let fault): ["fault": Self.text(of: fault, texts)]
            case .contentTooLarge(let limit): ["limit": String(limit)]
            case .corruptAttachment(let number): ["number": String(number)]
            case .openersNotTwo, .missingShare, .unreadableShare, .foreignShare, .corrupt,
                .commitmentMismatch:
                [:]
            }
        self.init(
            .refused, texts.text("error.seal." + fault.name, values),
            details: ["code": .string("seal." + fault.name)])
    }

    init(_ fault: KeyFileFault, _ texts: Texts) {
        let (kind, name, values): (FaultKind, String, [String: String]) =
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
                    ["path": fault.path, "reason": fault.reason(in: texts)]
                )
            }
        self.init(
            kind, texts.text("error.keyFile." + name, values),
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
                    ["path": fault.path, "reason": fault.reason(in: texts)]
                )
            }
        self.init(
            .storage, texts.text("error.document." + name, values),
            details: ["code": .string("document." + name)])
    }
}
