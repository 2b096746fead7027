/// What a case is found by, in the form that is indexed: tokens with a space between.
package struct SearchText: Sendable, Hashable {
    package let title: String
    package let body: String

    /// - Parameters:
    ///   - title: weighs ten times as much as the rest.
    ///   - body: only what everybody who sees the case may read of it.
    package init(title: String, body: [String]) {
        self.init(
            titleTokens: Self.joined(title),
            bodyTokens: body.map(Self.joined).filter { !$0.isEmpty }.joined(separator: " "))
    }

    init(titleTokens: String, bodyTokens: String) {
        (title, body) = (titleTokens, bodyTokens)
    }

    /// In tokens.
    var length: Int { Self.length(title) + Self.length(body) }

    private static func length(_ tokens: String) -> Int {
        tokens.isEmpty ? 0 : tokens.utf8.count { $0 == UInt8(ascii: " ") } + 1
    }

    private static func joined(_ text: String) -> String {
        SearchTokens(text).all.joined(separator: " ")
    }
}
