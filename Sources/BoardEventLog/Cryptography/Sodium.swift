import CSodium

/// The system's libsodium, made ready once.
enum Sodium {
    private static let ready = sodium_init() >= 0

    /// Every use of the library passes here first: without it its randomness is not seeded.
    static func prepare() { precondition(ready, "libsodium could not be initialised") }
}
