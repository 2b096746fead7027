import BoardDomain

/// The wording of everything that the board says, by key and language.
///
/// A text that is missing never stops the board: its key is shown in ⟦⟧, and the tests find it.
package struct Texts: Sendable {
    package let language: Language
    /// Whether a field is told with the name by which a command line gives it, and a choice too.
    package let namesFields: Bool
    private let templates: [String: TextTemplate]

    // Each language by itself: most runs of the program speak one, and reading the other would be
    // a good part of a short command's time.
    private static let chinese = (try? read(.zhHans)) ?? [:]
    private static let english = (try? read(.en)) ?? [:]

    /// The embedded texts, read once in the life of the process.
    package init(_ language: Language) { self.init(language, namingFields: true) }

    package init(_ language: Language, namingFields: Bool) {
        self.language = language
        namesFields = namingFields
        templates =
            switch language {
            case .zhHans: Self.chinese
            case .en: Self.english
            }
    }

    init(_ language: Language, json: JSON, path: String) throws(ResourceFault) {
        self.language = language
        namesFields = true
        templates = try Self.templates(json, path: path)
    }

    package var keys: Set<String> { Set(templates.keys) }

    package func text(_ key: String, _ values: [String: String] = [:]) -> String {
        templates[key]?.filled(with: values) ?? "⟦\(key)⟧"
    }

    /// Nil where the key has no text, for wording that may fall back to something else.
    package func textIfPresent(_ key: String, _ values: [String: String] = [:]) -> String? {
        templates[key]?.filled(with: values)
    }

    func places(of key: String) -> Set<String>? { templates[key]?.places }

    private static func read(_ language: Language) throws(ResourceFault) -> [String: TextTemplate] {
        let path = "texts/\(language.rawValue).json"
        return try templates(EmbeddedFiles.json(path), path: path)
    }

    private static func templates(
        _ json: JSON, path: String
    ) throws(ResourceFault) -> [String: TextTemplate] {
        var templates: [String: TextTemplate] = [:]
        for (key, value) in json.object ?? [:] {
            guard let template = value.string.flatMap(TextTemplate.init) else {
                throw .text(path: path, key: key)
            }
            templates[key] = template
        }
        return templates
    }
}
