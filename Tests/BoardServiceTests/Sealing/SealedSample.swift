import BoardDomain
import BoardService

/// A bid with two documents, sealed to two openers and a recovery key.
struct SealedSample {
    static let challenge = "XC-2026-0007"
    static let bidder = "91330624MA2D8T5X1K"
    static let report = Array("%PDF-1.7 试验报告".utf8)
    static let table = Array("指标,值\n1,98.5\n".utf8)

    let first = SealingKeyPair()
    let second = SealingKeyPair()
    let recovery = SealingKeyPair()
    let sealed: SealedBid
    let copy: OpenedBid

    init(bidder: String = bidder) throws {
        (sealed, copy) = try BidSealer().seal(
            content: Self.content,
            attachments: [
                .init(name: Self.name("报告.pdf"), bytes: Self.report),
                .init(name: Self.name("数据.csv"), bytes: Self.table),
            ],
            challenge: Self.challenge, bidder: bidder,
            openers: [
                KeyHolder(id: "zhou", key: first.publicKey),
                KeyHolder(id: "wu", key: second.publicKey),
            ],
            recovery: recovery.publicKey)
    }

    var binding: SealBinding { copy.binding }

    func share(_ holder: String) -> [UInt8] { sealed.wrapped[holder] ?? [] }

    /// As an opening runs: the first re-wraps to the second, the second opens.
    func open() throws -> OpenedBid {
        let handed = try ShareVault(first).rewrap(
            share("zhou"), of: binding, to: second.publicKey)
        return try ShareVault(second).open(
            sealed.ciphertext, of: binding, shares: [share("wu"), handed])
    }

    static func name(_ text: String) -> DocumentName {
        guard let name = DocumentName(text) else { preconditionFailure(text) }
        return name
    }

    static let content = BidContent(
        amountFen: 12_800_000_000, countyShareFen: 3_000_000_000, periodMonths: 18,
        approach: "以伺服直驱代替凸轮\n分三步验证 \"A/B\"",
        responses: [
            .init(indicator: 1, promised: "≥ 98.5 %", note: ""),
            .init(indicator: 3, promised: "0.02 mm", note: "三班连续"),
        ],
        consortium: [
            .init(creditCode: "91330624MA2D8T5X1K", name: "新昌精工研究院", basisPoints: 7000),
            .init(creditCode: "12330000470002000X", name: "浙江某大学", basisPoints: 3000),
        ],
        team: [
            .init(name: "陈一", role: "负责人", organisation: "新昌精工研究院"),
            .init(name: "李二", role: "控制", organisation: "浙江某大学"),
        ],
        readinessNow: 4,
        milestonesProposed: [
            .init(title: "样机", months: 6, basisPoints: 3000),
            .init(title: "车间试运行", months: 14, basisPoints: 4000),
            .init(title: "交付", months: 18, basisPoints: 3000),
        ],
        tradeSecret: false,
        contact: .init(name: "王三", phone: "13800000000", email: "wang@example.com"))
}

extension [UInt8] {
    /// The same bytes with one bit turned.
    func turned(at index: Int) -> [UInt8] {
        var bytes = self
        bytes[index] ^= 1
        return bytes
    }
}
