import BoardDomain
import BoardService
import Testing

@Suite("A receipt")
struct ReceiptTests {
    // RFC 8032, 7.1, test 1; libsodium's secret key is the seed and the public key.
    private let publicKey: [UInt8]
    private let secretKey: [UInt8]

    init() throws {
        publicKey = try #require(
            Hexadecimal.bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        let seed = try #require(
            Hexadecimal.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        secretKey = seed + publicKey
    }

    @Test("is signed, written, read and verified")
    func roundTrip() throws {
        let receipt = try #require(Receipt(signing: try body(), secretKey: secretKey))
        #expect(receipt.isSigned(by: publicKey))
        let read = try #require(Receipt(text: receipt.text))
        #expect(read == receipt)
        #expect(read.isSigned(by: publicKey))
        #expect(
            receipt.text.hasPrefix(
                "jiebang-receipt/1\n0d9cf7b0-2f6d-4b1e-9f0a-1d2c3b4a5968\nXC-2026-0007\nbid-1\n"))
        #expect(receipt.text.contains("\n42\n"))
        #expect(receipt.text.contains("\n2026-03-01T09:00:00.000Z\n"))
    }

    @Test("with any line changed does not verify")
    func tampered() throws {
        let receipt = try #require(Receipt(signing: try body(), secretKey: secretKey))
        let lines = receipt.text.split(separator: "\n").map(String.init)
        let changes = [
            1: "0d9cf7b0-2f6d-4b1e-9f0a-1d2c3b4a5969", 2: "XC-2026-0008", 3: "bid-2",
            4: String(repeating: "2", count: 64), 5: "43", 6: String(repeating: "3", count: 64),
            7: "2026-03-01T09:00:00.001Z", 8: String(repeating: "4", count: 64),
            9: String(repeating: "0", count: 128),
        ]
        #expect(changes.count == lines.count - 1)
        for (index, line) in changes {
            var altered = lines
            altered[index] = line
            let read = try #require(Receipt(text: altered.map { $0 + "\n" }.joined()))
            #expect(!read.isSigned(by: publicKey), "line \(index)")
        }
    }

    @Test("of another key does not verify")
    func otherKey() throws {
        let receipt = try #require(Receipt(signing: try body(), secretKey: secretKey))
        #expect(!receipt.isSigned(by: publicKey.turned(at: 0)))
        #expect(!receipt.isSigned(by: []))
    }

    @Test("in any other form is not read")
    func otherForms() throws {
        let text = try #require(Receipt(signing: try body(), secretKey: secretKey)).text
        let forms = [
            "", text + "\n", String(text.dropLast()), "\n" + text,
            text.replacing("jiebang-receipt/1", with: "jiebang-receipt/2"),
            text.replacing("\n42\n", with: "\n042\n"),
            text.replacing("09:00:00.000Z", with: "09:00:00Z"), text.uppercased(),
            text.replacing("\n", with: "\r\n"),
        ]
        for form in forms { #expect(Receipt(text: form) == nil) }
    }

    @Test("is not signed for an id that would forge a line, position 0 or half a key")
    func refused() throws {
        #expect(Receipt(signing: try body(bid: "bid-1\n9"), secretKey: secretKey) == nil)
        #expect(Receipt(signing: try body(bid: ""), secretKey: secretKey) == nil)
        #expect(Receipt(signing: try body(position: 0), secretKey: secretKey) == nil)
        #expect(Receipt(signing: try body(), secretKey: Array(secretKey.prefix(32))) == nil)
    }

    private func body(bid: String = "bid-1", position: Int = 42) throws -> Receipt.Body {
        Receipt.Body(
            board: "0d9cf7b0-2f6d-4b1e-9f0a-1d2c3b4a5968", challenge: "XC-2026-0007", bid: bid,
            commitment: try #require(Digest(bytes: Array(repeating: 1, count: 32))),
            position: position, head: try #require(Digest(bytes: Array(repeating: 9, count: 32))),
            at: try #require(Instant(text: "2026-03-01T09:00:00.000Z")))
    }
}
