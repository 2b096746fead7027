/// Valid identity numbers of people who do not exist.
enum IdentityNumbers {
    /// The same for the same name, another for another.
    static func number(of name: String) -> String {
        let serial = name.utf8.reduce(UInt64(17)) { ($0 &* 31 &+ UInt64($1)) % 336_000 }
        let parts = [serial / 28_000 + 1, serial / 1000 % 28 + 1, serial % 1000]
        let digits =
            "3306241980" + padded(parts[0], 2) + padded(parts[1], 2) + padded(parts[2], 3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    private static func padded(_ number: UInt64, _ length: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: length - text.count) + text
    }
}
