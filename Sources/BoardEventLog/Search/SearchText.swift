/// What a case is found by, in the form that is indexed: tokens with a space between.
package struct SearchText: Sendable, Equatable {
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

    private static func joined(_ text: String) -> String {
        SearchTokens(text).all.joined(separator: " ")
    }
}
