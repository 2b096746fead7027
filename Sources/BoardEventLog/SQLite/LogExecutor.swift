#if canImport(Darwin)
    import Dispatch
#else
    @preconcurrency import Dispatch
#endif

/// A serial queue that an actor runs on: blocking SQLite calls never hold a thread of the
/// cooperative pool (after GRDB's DispatchQueueActor).
///
/// `@unchecked`: the queue is immutable and itself safe to share; on Linux it is not marked so.
final class LogExecutor: SerialExecutor, @unchecked Sendable {
    let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: UnownedJob) {
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
