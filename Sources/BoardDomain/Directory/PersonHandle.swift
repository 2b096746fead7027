/// How a person is called by the board's commands and in its log.
///
/// It stands in addresses, in paths such as `person/li-wanqing` and after `--as`, so that it is typed on
/// any keyboard and mistaken for nothing else (design).
package enum PersonHandle {
    package static let lengths = 2...40

    /// What the program calls by these words is nobody's name.
    static let reserved: Set<String> = Set(
        StreamID.Kind.allCases.map(\.rawValue) + ["new", "clock", "public"])

    /// Small letters and digits, from a letter on, parts joined by one of `-`, `.` and `_`.
    package static func isSound(_ handle: String) -> Bool {
        let units = Array(handle.utf8)
        guard lengths.contains(units.count), !reserved.contains(handle) else { return false }
        let isLetter = { (unit: UInt8) in (0x61...0x7A).contains(unit) }
        let isPart = { (unit: UInt8) in isLetter(unit) || (0x30...0x39).contains(unit) }
        guard isLetter(units[0]), units.last.map(isPart) == true else { return false }
        return zip(units, units.dropFirst()).allSatisfy { left, right in
            isPart(right) || [0x2D, 0x2E, 0x5F].contains(right) && isPart(left)
        }
    }
}
