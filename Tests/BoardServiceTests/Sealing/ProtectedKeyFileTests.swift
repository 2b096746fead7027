import BoardDomain
import BoardService
import Testing

@Suite("A key file")
struct ProtectedKeyFileTests {
    private let folder = TemporaryFolder()
    private let cheap = PassphraseCost(operations: 1, memoryBytes: 8192) ?? .moderate
    private var path: String { folder.path + "/zhou.key" }

    @Test("opens with its passphrase, and is its owner's alone")
    func roundTrip() throws {
        let made = try create()
        let read = try ProtectedKeyFile(at: path)
        #expect(read == made)
        #expect(read.kind == .opener)
        #expect(try read.unlock("十二个字的口令请勿外传").publicKey == made.publicKey)
        #expect(folder.mode("zhou.key") == 0o600)
        let text = String(decoding: folder.read("zhou.key"), as: UTF8.self)
        #expect(text.contains(made.publicKey.id.text))
        #expect(text.contains(#""operations":1"#))
    }

    @Test("with another passphrase gives one error and nothing else")
    func wrongPassphrase() throws {
        let file = try create()
        for wrong in ["", "十二个字的口令请勿外", "十二个字的口令请勿外传 ", "correct horse battery"] {
            #expect(throws: KeyFileFault.wrongPassphrase) { _ = try file.unlock(wrong) }
        }
    }

    @Test("that was altered in any field does not open")
    func altered() throws {
        _ = try create()
        let text = String(decoding: folder.read("zhou.key"), as: UTF8.self)
        let json = try #require(try JSONReader.read(text).object)
        let other = SealingKeyPair().publicKey
        let salt = String(repeating: "0", count: 32)
        let secret = try #require(json["secret"]?.string).dropLast(2) + "00"
        let wrong: [[String: JSON]] = [
            ["kind": "recovery"], ["salt": .string(salt)], ["secret": .string(String(secret))],
            ["operations": 2], ["memoryBytes": 16_384],
            ["publicKey": .string(other.text), "keyId": .string(other.id.text)],
        ]
        for changes in wrong {
            let altered = JSON.object(json.merging(changes) { _, new in new })
            folder.write(altered.canonical, to: "zhou.key")
            let file = try ProtectedKeyFile(at: path)
            #expect(throws: KeyFileFault.wrongPassphrase) {
                _ = try file.unlock("十二个字的口令请勿外传")
            }
        }
    }

    @Test("that is none, or asks for absurd work, is refused before any work")
    func unreadable() throws {
        _ = try create()
        let text = String(decoding: folder.read("zhou.key"), as: UTF8.self)
        let json = try #require(try JSONReader.read(text).object)
        let wrong: [[String: JSON]] = [
            ["format": "other/1"], ["kind": "master"], ["salt": "00"], ["secret": "zz"],
            ["operations": 1000], ["memoryBytes": 1_099_511_627_776], ["operations": -1],
            ["keyId": .string(String(repeating: "0", count: 64))],
        ]
        for changes in wrong {
            let altered = JSON.object(json.merging(changes) { _, new in new })
            folder.write(altered.canonical, to: "zhou.key")
            #expect(throws: KeyFileFault.unreadable) { try ProtectedKeyFile(at: path) }
        }
        folder.write(Array(repeating: 0x20, count: 5000) + Array(text.utf8), to: "zhou.key")
        #expect(throws: KeyFileFault.unreadable) { try ProtectedKeyFile(at: path) }
    }

    @Test("needs a passphrase of ten characters and never replaces a file")
    func creation() throws {
        #expect(throws: KeyFileFault.passphraseTooShort(minimum: 10)) {
            try ProtectedKeyFile.create(
                at: path, kind: .opener, passphrase: "123456789", cost: cheap)
        }
        #expect(folder.files.isEmpty)
        let made = try create()
        let fault = #expect(throws: KeyFileFault.self) { try create() }
        guard case .file(let refused) = fault else {
            Issue.record("expected a file fault, got \(String(describing: fault))")
            return
        }
        #expect(refused.isTaken)
        #expect(try ProtectedKeyFile(at: path) == made)
    }

    @Test("keeps its key under a new passphrase, and forgets the old one")
    func changed() throws {
        let made = try create()
        #expect(throws: KeyFileFault.wrongPassphrase) {
            try made.changePassphrase(from: "not the passphrase", to: "1234567890", cost: cheap)
        }
        #expect(throws: KeyFileFault.passphraseTooShort(minimum: 10)) {
            try made.changePassphrase(from: "十二个字的口令请勿外传", to: "短", cost: cheap)
        }
        #expect(try ProtectedKeyFile(at: path) == made)
        let changed = try made.changePassphrase(
            from: "十二个字的口令请勿外传", to: "1234567890", cost: cheap)
        let read = try ProtectedKeyFile(at: path)
        #expect(read == changed)
        #expect(try read.unlock("1234567890").publicKey == made.publicKey)
        #expect(throws: KeyFileFault.wrongPassphrase) {
            _ = try read.unlock("十二个字的口令请勿外传")
        }
        #expect(folder.files == ["zhou.key"])
        #expect(folder.mode("zhou.key") == 0o600)
    }

    @Test(
        "with the database, every key file and all the code at hand, but only one passphrase, nobody reads a bid"
    )
    func onePassphrase() throws {
        let passphrases = ["zhou": "周的口令没有人知道它", "wu": "吴的口令也没有人知道"]
        var files: [String: ProtectedKeyFile] = [:]
        for (person, passphrase) in passphrases {
            files[person] = try ProtectedKeyFile.create(
                at: "\(folder.path)/\(person).key", kind: .opener, passphrase: passphrase,
                cost: cheap)
        }
        let openers = files.keys.sorted().compactMap { id in
            files[id].map { KeyHolder(id: id, key: $0.publicKey) }
        }
        let (sealed, copy) = try BidSealer().seal(
            content: SealedSample.content, attachments: [], challenge: SealedSample.challenge,
            bidder: SealedSample.bidder, openers: openers, recovery: nil)
        let rows = Array(sealed.wrapped.values)
        let subsets = [[], [rows[0]], [rows[1]], rows, rows.reversed(), [rows[0], rows[0]]]

        for (known, passphrase) in passphrases {
            var unlocked: [SealingKeyPair] = []
            for (person, file) in files {
                if person == known {
                    unlocked.append(try file.unlock(passphrase))
                } else {
                    #expect(throws: KeyFileFault.wrongPassphrase) {
                        _ = try file.unlock(passphrase)
                    }
                }
            }
            let vault = ShareVault(try #require(unlocked.first))
            // Everything he can derive: the rows as they are, and re-wrapped to himself.
            let own = try #require(files[known]).publicKey
            let derived = rows.compactMap { try? vault.rewrap($0, of: copy.binding, to: own) }
            #expect(derived.count == 1)
            for shares in subsets + subsets.map({ $0 + derived }) {
                #expect(throws: SealFault.self) {
                    try vault.open(sealed.ciphertext, of: copy.binding, shares: shares)
                }
            }
        }

        // The same with both passphrases opens: the test above fails for the right reason.
        let zhou = try #require(files["zhou"]).unlock("周的口令没有人知道它")
        let wu = try #require(files["wu"]).unlock("吴的口令也没有人知道")
        let handed = try ShareVault(zhou).rewrap(
            try #require(sealed.wrapped["zhou"]), of: copy.binding, to: wu.publicKey)
        let opened = try ShareVault(wu).open(
            sealed.ciphertext, of: copy.binding,
            shares: [handed, try #require(sealed.wrapped["wu"])])
        #expect(opened.content == copy.content)
    }

    @discardableResult
    private func create() throws(KeyFileFault) -> ProtectedKeyFile {
        try ProtectedKeyFile.create(
            at: path, kind: .opener, passphrase: "十二个字的口令请勿外传", cost: cheap)
    }
}
