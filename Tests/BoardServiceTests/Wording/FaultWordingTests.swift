import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("Faults in words")
struct FaultWordingTests {
    private static let digest = Digest(bytes: Array(repeating: 1, count: 32))!
    private static let instant = Instant(milliseconds: 0)

    static let faults: [(any Error & Sendable, FaultKind)] = [
        (BoardFault.notFound("XC-2026-0001"), .notFound), (BoardFault.noPolicy(instant), .refused),
        (BoardFault.instantNotAllowed, .usage), (BoardFault.keyMissing("a"), .notFound),
        (BoardFault.keyExists("a"), .conflict), (BoardFault.sharesMissing(bid: "1"), .notFound),
        (BoardFault.notAnOpener("a"), .refused),
        (Refusal(rule: "§0", Breach(.noSuchObject, given: "payout/9")), .notFound),
        (Refusal(rule: "C3", Breach(.wrongState, given: "draft")), .refused),
        (EventLogError.conflict(stream: "s", expected: 1, actual: 2), .conflict),
        (EventLogError.headMoved(expected: digest, actual: digest), .conflict),
        (EventLogError.commandReused(commandID: "c"), .conflict),
        (EventLogError.documentNumberInUse(kind: "k", number: "n", stream: "s"), .refused),
        (EventLogError.badCausation(event: 1), .storage),
        (EventLogError.locked(pid: 7, since: instant), .conflict),
        (EventLogError.locked(pid: nil, since: nil), .conflict), (EventLogError.readOnly, .storage),
        (EventLogError.newerFile(found: 2, known: 1), .storage),
        (EventLogError.notABoard(path: "p"), .storage),
        (EventLogError.boardMissing(path: "p"), .notFound),
        (EventLogError.boardExists(path: "p"), .conflict),
        (EventLogError.unknownTable(name: "t"), .storage),
        (EventLogError.schemaAltered(name: "t"), .storage),
        (EventLogError.projectionVersion(found: 2, known: 1), .storage),
        (EventLogError.unknownEventType(type: "t", position: 1), .storage),
        (EventLogError.newerEventSchema(type: "t", schema: 2, known: 1, position: 1), .storage),
        (EventLogError.corrupt(position: 1, column: "c"), .storage),
        (EventLogError.corruptTable(name: "t"), .storage),
        (EventLogError.signingKeyMissing(path: "p"), .storage),
        (EventLogError.signingKeyInvalid(path: "p"), .storage),
        (EventLogError.outcomeUnknown(commandID: "c"), .storage),
        (EventLogError.stopped(reason: "r"), .storage), (EventLogError.closed, .storage),
        (EventLogError.storage(code: 13, message: "full"), .storage),
        (EventLogError.file(path: "p", errno: 2), .storage),
        (SealFault.openersNotTwo, .refused), (SealFault.unusableKey("a"), .refused),
        (SealFault.contentTooLarge(limit: 1), .refused), (SealFault.missingShare, .refused),
        (SealFault.unreadableShare, .refused), (SealFault.foreignShare, .refused),
        (SealFault.corrupt, .refused), (SealFault.commitmentMismatch, .refused),
        (SealFault.corruptAttachment(1), .refused),
        (KeyFileFault.passphraseTooShort(minimum: 10), .usage),
        (KeyFileFault.wrongPassphrase, .refused), (KeyFileFault.unreadable, .storage),
        (KeyFileFault.notEnoughMemory(1), .storage), (DocumentFault.tooLarge(limit: 1), .storage),
        (DocumentFault.missing, .storage), (DocumentFault.damaged, .storage),
        (SampleFault.resource("x"), .storage), (SampleFault.nobody(.payer), .storage),
        (NameFault.misread("?"), .usage), (NameFault.person("a", near: []), .notFound),
        (NameFault.person("a", near: ["b"]), .notFound),
        (NameFault.stream("a", near: []), .notFound),
        (NameFault.stream("a", near: ["b"]), .notFound),
        (NameFault.command("a", near: []), .usage), (NameFault.command("a", near: ["b"]), .usage),
        (NameFault.ambiguous(command: "a", places: ["b", "c"]), .usage),
        (OpeningFault.contentMissing, .usage), (OpeningFault.contentUnused(command: "a"), .usage),
        (OpeningFault.openersUnused(command: "a"), .usage),
        (OpeningFault.openersMissing(known: []), .usage), (OpeningFault.successorMissing, .usage),
        (BidPapersFault.name("/"), .usage),
        (BidPapersFault.content(path: "p", .notCanonical), .usage),
        (PrintFault.wrongObject(.init(.bid, "1"), .caseFile), .usage),
        (PrintFault.nothingThere("XC-2026-0001", .caseFile, present: []), .notFound),
        (
            Refusal(rule: "C9", Breach(.wrongState, given: "draft", accepted: ["approved"])),
            .refused
        ),
    ]

    @Test("A fault inside a value ends with one full stop, and a stream is told by its number")
    func plain() throws {
        let missing = FileFault(operation: "open", path: "无", code: 2)
        let fault = FieldInputFault(
            path: "document", given: "@无", reason: .shape(.digest, .document(missing)))
        let texts = Texts(.zhHans)
        #expect(!FaultWording(fault, in: texts).message.contains("。。"))
        let conflict = EventLogError.conflict(
            stream: "challenge/XC-2026-0029", expected: 1, actual: 2)
        #expect(FaultWording(conflict, in: texts).message.hasPrefix("XC-2026-0029"))
    }

    @Test("Every fault has its words in both languages and is of a kind", arguments: faults)
    func worded(fault: any Error & Sendable, kind: FaultKind) {
        for language in Language.allCases {
            let words = FaultWording(fault, in: Texts(language))
            #expect(words.kind == kind)
            #expect(!words.message.contains("⟦"), "\(words.message)")
        }
    }

    @Test("Faulty JSON is told by its byte", arguments: ["{\"a\":1.5}", "[null]", "[", "[1 2]"])
    func json(text: String) {
        #expect {
            try JSONReader.read(text)
        } throws: { fault in
            Language.allCases.allSatisfy { language in
                let words = FaultWording(fault, in: Texts(language))
                return words.kind == .usage && !words.message.contains("⟦")
            }
        }
    }

    @Test("A refusal names the rule, what was given and what would be accepted, in words")
    func refusal() {
        let refusal = Refusal(
            rule: "C9",
            Breach(
                .wrongState, given: "draft", accepted: ["approved"], ["machine": "challenge"]))
        let words = FaultWording(refusal, in: Texts(.zhHans))
        #expect(words.message.contains("C9"))
        #expect(words.message.contains("草稿"))
        #expect(words.message.contains("待发榜"))
        #expect(words.details["code"] == "wrongState")
    }

    @Test(
        "Faults of files and of the storage are told in Chinese",
        arguments: [1, 2, 5, 13, 17, 20, 21, 28, 30] as [Int32])
    func files(errno: Int32) {
        let fault = FileFault(operation: "open", path: "榜", code: errno)
        let message = FaultWording(fault, in: Texts(.zhHans)).message
        #expect(!message.contains { $0.isASCII && $0.isLetter }, "\(message)")
        #expect(FaultWording(fault, in: Texts(.en)).message.contains("榜"))
    }

    @Test(
        "SQLite's own words are not shown where there are better ones",
        arguments: [5, 8, 10, 266, 11, 13, 14, 26] as [Int32])
    func storage(code: Int32) {
        let fault = EventLogError.storage(code: code, message: "disk I/O error")
        for language in Language.allCases {
            let message = FaultWording(fault, in: Texts(language)).message
            #expect(!message.contains("disk I/O error") && !message.contains("⟦"), "\(message)")
        }
    }
}
