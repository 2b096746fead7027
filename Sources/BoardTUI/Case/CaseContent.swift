import BoardDomain
import BoardService
import TerminalKit

/// A stream as its viewer may see it, and what the viewer may do in it.
struct CaseContent: Sendable {
    let stream: StreamID
    /// The stream's version that this is the content of.
    let version: Int
    let file: JSON
    var options: [ActChoice]

    var state: String { file["state"]?.string ?? "" }
    var title: String { file["title"]?.string ?? stream.id }

    /// The objects about which there is something that the viewer may do now.
    var doable: Set<ObjectReference> {
        Set(options.filter(\.isAllowed).map(\.option.subject))
    }

    func objects(_ section: String) -> [JSON] { file[section]?.array ?? [] }
}

/// What a look at a stream that is known already brings.
enum CaseNews: Sendable {
    /// Nothing was recorded in it; only what may be done can have changed.
    case same(options: [ActChoice])
    case changed(CaseContent)
}

extension BoardDesk {
    func caseContent(of stream: StreamID) async -> Answer<CaseContent> {
        await answer {
            let version = try await board.state(of: stream).version
            let file = try await board.shown(stream, as: person, at: instant)
            return CaseContent(
                stream: stream, version: version, file: file,
                options: try await choices(in: stream))
        }
    }

    /// Each look at a file is put on record where it tells something restricted (I27): one that has
    /// not changed is not looked at again.
    func caseNews(of stream: StreamID, after version: Int) async -> Answer<CaseNews> {
        let current: Answer<Int> = await answer { try await board.state(of: stream).version }
        switch current {
        case .failure(let fault): return .failure(fault)
        case .success(version):
            return await answer { .same(options: try await choices(in: stream)) }
        case .success: return await caseContent(of: stream).map { .changed($0) }
        }
    }

    private func choices(in stream: StreamID) async throws -> [ActChoice] {
        guard let person else { return [] }
        return try await board.options(for: person, in: stream, at: instant).map {
            ActChoice(option: $0, stream: stream)
        }
    }
}
