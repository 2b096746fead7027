import Synchronization

/// Tells whoever waits that the log may hold more.
final class Arrivals: Sendable {
    private struct State {
        var count = 0
        var isOver = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// How often something has arrived; read before looking, so that what comes between looking
    /// and waiting is not missed.
    var count: Int { state.withLock { $0.count } }

    func announce() { wake { $0.count += 1 } }

    /// The log is closed: nothing arrives any more.
    func finish() { wake { $0.isOver = true } }

    private func wake(_ change: (inout State) -> Void) {
        let woken = state.withLock { state in
            change(&state)
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for waiter in woken { waiter.resume() }
    }

    /// Waits until something has arrived after the count stood so.
    ///
    /// - Returns: false once nothing will arrive, or the task is cancelled.
    func wait(beyond count: Int) async -> Bool {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isDue = state.withLock { state in
                    guard state.count == count, !state.isOver, !Task.isCancelled else {
                        return true
                    }
                    state.waiting[number] = waiter
                    return false
                }
                if isDue { waiter.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
        }
        return !Task.isCancelled && !state.withLock { $0.isOver }
    }
}
