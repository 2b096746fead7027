package import BoardResources
import Glibc

/// The language in which the program speaks: `--lang`, else `JIEBANG_LANG`, else `LANG`, else
/// Chinese.
package enum Speech {
    /// Of this process; help is worded before any option has been parsed.
    package static let texts = Texts(
        language(arguments: CommandLine.arguments) { name in
            getenv(name).map { String(cString: $0) }
        })

    package static func language(
        arguments: [String], environment: (String) -> String?
    ) -> Language {
        if let given = option(in: arguments), let language = Language(tag: given) {
            return language
        }
        for name in ["JIEBANG_LANG", "LANG"] {
            if let language = environment(name).flatMap(Language.init(tag:)) { return language }
        }
        return .zhHans
    }

    private static func option(in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument.hasPrefix("--lang=") { return String(argument.dropFirst(7)) }
            if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}

/// A text of the process's language, for help that is declared before anything runs.
func say(_ key: String, _ values: [String: String] = [:]) -> String {
    Speech.texts.text(key, values)
}
