import Testing

@testable import TerminalKit

@Suite("Bytes of a frame")
struct ByteSinkTests {
    @Test("It grows as far as it must, and forgets what is cut")
    func growth() {
        var sink = ByteSink()
        for _ in 0..<200_000 { sink.append(0x61) }
        #expect(sink.count == 200_000)
        #expect(sink.written.allSatisfy { $0 == 0x61 })
        sink.cut(to: 0)
        sink.append(decimal: 40_120)
        #expect(readable(sink.written) == "40120")
    }

    @Test("No scalar that a terminal would obey leaves it")
    func recheck() {
        for scalar: UInt32 in [
            0, 7, 8, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0x61C, 0x200E, 0x202E, 0x2066,
        ] {
            #expect(written { $0.append(scalar: scalar) } == "\u{FFFD}")
        }
        for scalar: UInt32 in [0x20, 0x7E, 0xA1, 0x7FF, 0x800, 0x4E2D, 0xFFFD, 0x1F600] {
            let text = Unicode.Scalar(scalar).map { String(Character($0)) }
            #expect(written { $0.append(scalar: scalar) } == text)
        }
    }
}
