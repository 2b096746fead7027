/// The clusters of more than one scalar that stand on a screen, by number, each kept once; single scalars are their own numbers and never
/// come here. Numbers stay what they are until the renderer sweeps those away, between two frames, that no cell on the screen has any more.
public final class GlyphTable {
    /// The bit that tells a cluster's number from a scalar.
    static let clusterBit: UInt32 = 0x8000_0000
    /// Above so many the renderer sweeps.
    static let sweepAbove = 4096
    /// Beyond so many in one frame a cluster is drawn as `excess`.
    static let most = 65_536
    /// `?`, one column wide on every terminal, which U+FFFD is not.
    static let excess: UInt32 = 0x3F

    /// Empty where free.
    private var clusters: [[UInt8]] = []
    private var free: [UInt32] = []
    /// Open addressing, a power of two: a cluster's index + 1, or 0 for nothing.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    /// Without clusters.
    public init() {}

    /// How many are kept.
    public var count: Int { clusters.count - free.count }

    /// The glyph of a cluster, given in UTF-8. Allocates nothing for one that is kept already.
    func glyph(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var slot = place(utf8)
        while slots[slot] != 0 {
            if clusters[Int(slots[slot] - 1)].elementsEqual(utf8) {
                return (slots[slot] - 1) | Self.clusterBit
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let index: UInt32
        if let freed = free.popLast() {
            index = freed
            clusters[Int(index)] = Array(utf8)
        } else if clusters.count < Self.most {
            index = UInt32(clusters.count)
            clusters.append(Array(utf8))
        } else {
            return Self.excess
        }
        if count * 2 > slots.count {
            rebuild(slots: slots.count * 2)
        } else {
            slots[slot] = index + 1
        }
        return index | Self.clusterBit
    }

    /// UTF-8 of a glyph that has `clusterBit`.
    func utf8(_ glyph: UInt32) -> [UInt8] { clusters[Int(glyph & ~Self.clusterBit)] }

    /// What a glyph shows.
    public func text(_ glyph: UInt32) -> String {
        if glyph & Self.clusterBit != 0 { return String(decoding: utf8(glyph), as: UTF8.self) }
        return Unicode.Scalar(glyph).map { String(Character($0)) } ?? "\u{FFFD}"
    }

    /// Frees every cluster whose glyph is not in `live`.
    func sweep(keeping live: Set<UInt32>) {
        for index in clusters.indices where !clusters[index].isEmpty {
            guard !live.contains(UInt32(index) | Self.clusterBit) else { continue }
            clusters[index] = []
            free.append(UInt32(index))
        }
        rebuild(slots: slots.count)
    }

    private func place(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // The last bytes have only reached the low bits so far.
        hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }

    private func rebuild(slots wanted: Int) {
        slots = Array(repeating: 0, count: wanted)
        for index in clusters.indices where !clusters[index].isEmpty {
            var slot = clusters[index].withUnsafeBufferPointer(place)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index) + 1
        }
    }
}
