import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("Reading fields")
struct FieldReaderTests {
    private let reader = FieldReader([Texts(.zhHans), Texts(.en)])
    private static let digest = String(repeating: "ab", count: 32)

    @Test(
        "Each shape takes what people type for it",
        arguments: [
            (FieldShape.text(5), "轴承", JSON.string("轴承")),
            (.integer(0...9), "７", 7), (.integer(0...9000), "1,200", 1200),
            (.flag, "是", true), (.flag, "FALSE", false), (.flag, "1", true),
            (.money, "12.5万元", 12_500_000), (.money, "￥８０", 8000), (.money, "0.01", 1),
            (.basisPoints, "30%", 3000), (.basisPoints, "39.99％", 3999), (.basisPoints, "500", 500),
            (.day, "2026-03-01", "2026-03-01"), (.day, "2026年3月1日", "2026-03-01"),
            (.day, "2026/3/1", "2026-03-01"),
            (.instant, "2026-03-01 17:00", "2026-03-01T09:00:00.000Z"),
            (.instant, "2026-03-01T09:00:00Z", "2026-03-01T09:00:00.000Z"),
            (.instant, "2026-03-01", "2026-02-28T16:00:00.000Z"),
            (.digest, digest.uppercased(), .string(digest)),
            (.unifiedCode, " 91330624147643211e", "91330624147643211E"),
            (.decimal, "0.450", "0.450"), (.decimal, "－４０", "-40"), (.bytes, "0AFF", "0aff"),
            (.choice(["atLeast", "atMost"]), "atLeast", "atLeast"),
            (.choice(["atLeast", "atMost"]), "不低于", "atLeast"),
            (.choice(["atLeast", "atMost"]), "ATMOST", "atMost"),
            (.list(.money), "1万", [1_000_000]), (.list(.money), "[\"1万\", 5]", [1_000_000, 5]),
            (.list(.text(9)), "x", ["x"]),
        ] as [(FieldShape, String, JSON)])
    func reads(shape: FieldShape, text: String, expected: JSON) throws {
        #expect(try reader.read(text, as: shape, path: "f") == expected)
    }

    @Test(
        "Each shape refuses what it is not, and says what it takes",
        arguments: [
            (FieldShape.text(2), "轴承座"), (.text(9), "  "), (.integer(0...9), "10"),
            (.integer(0...9), "1.5"), (.integer(0...9), "x"), (.flag, "maybe"), (.money, "面议"),
            (.money, "-1"), (.money, "0.001"), (.money, "5斤"), (.basisPoints, "101%"),
            (.basisPoints, "10001"), (.day, "2026-02-30"), (.day, "明天"), (.instant, "17:00"),
            (.digest, "abcd"), (.unifiedCode, "91330624147643211X"), (.decimal, "1e5"),
            (.bytes, "abc"), (.choice(["a", "b"]), "c"), (.list(.money), "[\"x\"]"),
            (.list(.money), "[1.5]"), (.record([]), "{"), (.record([]), "x"),
        ] as [(FieldShape, String)])
    func refuses(shape: FieldShape, text: String) throws {
        let fault = try #require(throws: FieldInputFault.self) {
            try reader.read(text, as: shape, path: "amount")
        }
        for language in Language.allCases {
            let message = fault.message(in: Texts(language))
            #expect(message.contains("amount"))
            #expect(!message.contains("⟦"))
        }
    }

    @Test("JSON keeps whole numbers and booleans, and its texts are read as typed ones")
    func json() throws {
        let shape = FieldShape.record([
            .required(Field<Money>("amount")), .required(Field<Bool>("must")),
            .optional(Field<Day>("day")),
        ])
        let given: JSON = ["amount": "12.5万元", "must": true, "day": "2026年3月1日"]
        #expect(
            try reader.read(given, as: shape, path: "x")
                == ["amount": 12_500_000, "must": true, "day": "2026-03-01"])
        #expect(throws: FieldInputFault.self) {
            try reader.read(["amount": -5], as: shape, path: "x")
        }
        let stranger = try #require(throws: FieldInputFault.self) {
            try reader.read(["amonut": 5], as: shape, path: "x")
        }
        #expect(stranger.message(in: Texts(.en)).contains("amount"))
        #expect(throws: FieldInputFault.self) { try reader.read(5, as: .text(9), path: "x") }
    }

    @Test(
        "A document is named by its file, and kept beside the board once the command goes through")
    func documents() throws {
        let folder = TemporaryFolder()
        let paper = folder.path + "/paper"
        try LocalFile.create(paper, "abc")
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let store = DocumentStore(besideDatabase: folder.path + "/board")
        let documents = DocumentIntake(store)
        let reading = FieldReader([Texts(.en)], documents: documents)
        #expect(try reading.read("@" + paper, as: .list(.digest), path: "f") == [.string(digest)])
        let fault = try #require(throws: FieldInputFault.self) {
            try reading.read("@/nowhere", as: .digest, path: "f")
        }
        #expect(fault.message(in: Texts(.en)).contains("/nowhere"))
        #expect(!store.contains(try #require(Digest(text: digest))))
        try documents.keep()
        #expect(store.contains(try #require(Digest(text: digest))))
        #expect(throws: FieldInputFault.self) {
            try reader.read("@" + paper, as: .digest, path: "f")
        }
    }

    @Test("An empty text is said to be empty")
    func blank() throws {
        let fault = try #require(throws: FieldInputFault.self) {
            try reader.read(" ", as: .text(5), path: "f")
        }
        #expect(fault.message(in: Texts(.en)).hasPrefix("It is empty"))
    }

    @Test("A value of megabytes is cut in the echo")
    func echo() {
        let fault = FieldInputFault(
            path: "reason", given: String(repeating: "长", count: 3_000_000),
            reason: .shape(.text(2000), nil))
        #expect(fault.message(in: Texts(.zhHans)).count < 400)
    }
}
