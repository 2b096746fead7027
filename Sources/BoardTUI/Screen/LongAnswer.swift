import TerminalKit

/// A question that takes long: how far it is, again and again, then its answer.
///
/// A screen asks for `next()` until the answer is there; what it was told before, it has drawn.
final class LongAnswer<Value: Sendable>: Sendable {
    enum News: Sendable {
        /// Steps done, and of how many.
        case progress(done: Int64, of: Int64)
        case answer(Answer<Value>)
    }

    private let news: AsyncStream<News>
    private let work: Task<Void, Never>

    init(
        _ body:
            @escaping @Sendable (
                _ progress: @escaping @Sendable (Int64, Int64) -> Void
            ) async -> Answer<Value>
    ) {
        // Whoever draws slowly is told the newest; after the answer comes nothing.
        let (news, told) = AsyncStream.makeStream(
            of: News.self, bufferingPolicy: .bufferingNewest(1))
        self.news = news
        work = Task {
            let answer = await body { told.yield(.progress(done: $0, of: $1)) }
            told.yield(.answer(answer))
            told.finish()
        }
    }

    deinit { work.cancel() }

    /// Nil after the answer.
    func next() async -> News? { await news.first { _ in true } }
}
