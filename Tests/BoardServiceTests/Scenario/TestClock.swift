import BoardDomain
import Synchronization

/// The time of a test's board, moved by hand; with the ids of its commands.
final class TestClock: Sendable {
    private let instant: Mutex<Instant>
    private let commands = Mutex(0)

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }

    func nextID() -> String {
        commands.withLock {
            $0 += 1
            return "command-\($0)"
        }
    }
}
