/// Numbers inside the names of streams: `challenge/XC-2026-0007`.
enum StreamNumber {
    /// Greater than every name that begins so, by bytes.
    static func end(ofPrefix prefix: String) -> String { prefix + "\u{10FFFF}" }

    /// The digits that follow the prefix; 0 where there are none.
    static func number(in name: String, prefix: String) -> Int {
        let digits = name.utf8.dropFirst(prefix.utf8.count).prefix { 0x30...0x39 ~= $0 }
        return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
}
