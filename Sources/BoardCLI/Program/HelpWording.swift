import BoardResources

/// What ArgumentParser says in English, in the user's language.
struct HelpWording {
    private let texts: Texts

    init(_ texts: Texts) { self.texts = texts }

    /// The headings of a help page; its contents are worded where they are declared.
    ///
    /// - Parameter width: of the terminal; nil in a pipe, where no line is broken.
    func help(_ page: String, width: Int? = nil) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { Self.broken(heading(String($0)), to: width) }.joined(separator: "\n")
    }

    /// ArgumentParser breaks lines by counting letters, of which Chinese ones take two columns.
    private static func broken(_ line: String, to width: Int?) -> [String] {
        guard let width, ColumnText.width(of: line) > width else { return [line] }
        // What explains an option starts after a gap, and goes on below itself.
        let head = line.prefix { $0 == " " }
        var start = head.endIndex
        if !head.isEmpty, let gap = line[start...].firstRange(of: "  ") {
            start = line[gap.lowerBound...].firstIndex { $0 != " " } ?? start
        }
        let column = ColumnText.width(of: String(line[..<start]))
        let parts = ColumnText.wrapped(String(line[start...]), to: max(20, width - column))
        return parts.enumerated().map {
            ($0.offset == 0 ? String(line[..<start]) : String(repeating: " ", count: column))
                + $0.element
        }
    }

    private static let headings = [
        ("OVERVIEW: ", "overview"), ("USAGE: ", "usage"), ("ARGUMENTS:", "arguments"),
        ("OPTIONS:", "options"), ("SUBCOMMANDS:", "subcommands"),
    ]

    private func heading(_ line: String) -> String {
        for (start, key) in Self.headings where line.hasPrefix(start) {
            return texts.text("cli.heading." + key) + line.dropFirst(start.count)
        }
        if line.hasSuffix(" SUBCOMMANDS:") {
            return line.dropLast(" SUBCOMMANDS:".count) + texts.text("cli.heading.end")
        }
        if line.hasPrefix("  See '"), let command = quoted(in: line).first {
            return texts.text("cli.heading.see", ["command": command])
        }
        return replacing(
            "Show help information.", "cli.heading.help",
            in: replacing("Show the version.", "cli.heading.version", in: line))
    }

    private func replacing(_ sentence: String, _ key: String, in line: String) -> String {
        line.hasSuffix(sentence) ? line.dropLast(sentence.count) + texts.text(key) : line
    }

    /// The usage lines below an error.
    func usage(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("Usage: ") }) else { return "" }
        return lines[start...].map { line in
            line.hasPrefix("Usage: ")
                ? texts.text("cli.heading.usage") + line.dropFirst(7) : heading(line)
        }.joined(separator: "\n")
    }

    /// An error of parsing: which argument, what is wrong with it, what was perhaps meant.
    func error(_ message: String, arguments: [String]) -> String {
        let parts = quoted(in: message)
        let first = parts.first ?? ""
        let values = ["argument": first, "other": parts.count > 1 ? parts[1] : ""]
        let known: [(String, String)] = [
            ("Unknown option", parts.count > 1 ? "unknownOption.suggest" : "unknownOption"),
            ("Missing value for", "missingValue"),
            ("Missing expected argument", "missingArgument"),
            ("Missing one of", "missingArgument"),
            ("The option", "takesNoValue"),
            ("The value", "badValue"),
        ]
        for (start, key) in known where message.hasPrefix(start) {
            return texts.text("cli.parse." + key, values)
        }
        if message.contains("nexpected argument") { return unexpected(first) }
        return message
    }

    private func unexpected(_ word: String) -> String {
        // Key paths into metatypes crash the compiler (6.3.1): a loop it is.
        var commands: [String] = []
        for group in Jiebang.configuration.groupedSubcommands {
            for command in group.subcommands { commands.append(command._commandName) }
        }
        let near = Suggestion.nearest(to: word, among: commands)
        return near.isEmpty
            ? texts.text("cli.parse.unexpected", ["argument": word])
            : texts.text(
                "cli.parse.unexpected.suggest",
                ["argument": word, "known": near.joined(separator: texts.text("cli.comma"))])
    }

    /// What stands between single quotes.
    private func quoted(in message: String) -> [String] {
        message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}
