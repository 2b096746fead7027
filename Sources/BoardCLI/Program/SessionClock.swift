import BoardDomain
import Glibc
import Synchronization

/// What time it is for one run: the machine's on a live board, `--at` where it is given, and else,
/// on a sample or simulation board, the instant of its last row.
///
/// A made history ends on a day of its own: by the machine's clock every period on it would be over.
final class SessionClock: Sendable {
    private let given: Instant?
    private let standing = Mutex<Instant?>(nil)

    init(given: Instant?) { self.given = given }

    var now: Instant { given ?? standing.withLock { $0 } ?? Self.system }

    func stand(at instant: Instant) { standing.withLock { $0 = instant } }

    static var system: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
