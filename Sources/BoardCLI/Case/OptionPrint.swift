import BoardDomain
import BoardResources
import BoardService

/// What may be done now, with every condition's ✓ or ✗.
struct OptionPrint {
    private let options: [CommandOption]
    private let stream: StreamID
    private let wording: ValueWording
    /// Columns of the terminal; nil in a pipe.
    private let width: Int?

    init(_ options: [CommandOption], stream: StreamID, _ wording: ValueWording, width: Int?) {
        self.options = options
        self.stream = stream
        self.wording = wording
        self.width = width
    }

    func lines(showingAll all: Bool) -> [String] {
        let texts = wording.texts
        let allowed = options.filter { $0.refusal == nil }
        // Whoever has no part in a row learns nothing from it, unless asked for.
        let barred = options.filter {
            $0.refusal != nil && (all || $0.refusal?.code != .notYourPart)
        }
        var lines: [String] = []
        if allowed.isEmpty {
            lines.append(texts.text("cli.may.nothing"))
        } else {
            lines.append(texts.text("cli.may.allowed"))
            lines += self.lines(allowed, mark: "✓")
        }
        if !all, barred.count + allowed.count < options.count {
            lines.append(texts.text("cli.may.others"))
        }
        guard !barred.isEmpty else { return lines }
        lines += ["", texts.text("cli.may.barred")]
        return lines + self.lines(barred, mark: "✗")
    }

    /// Options that differ in their object alone are one entry: each seat of a panel may be reported.
    private func lines(_ options: [CommandOption], mark: String) -> [String] {
        var entries: [(option: CommandOption, detail: [String], count: Int)] = []
        for option in options {
            let detail = detail(of: option)
            let place = entries.firstIndex {
                $0.option.rule == option.rule && $0.option.capacity == option.capacity
                    && $0.detail == detail
            }
            if let place {
                entries[place].count += 1
            } else {
                entries.append((option, detail, 1))
            }
        }
        return entries.flatMap { entry in
            [heading(of: entry.option, count: entry.count, mark: mark)] + entry.detail
        }.flatMap(wrapped)
    }

    private func heading(of option: CommandOption, count: Int, mark: String) -> String {
        let texts = wording.texts
        var place = option.subject.id.isEmpty ? stream.id : stream.id + "/" + option.subject.text
        if count > 1 {
            place = texts.text("cli.may.several", ["place": place, "count": String(count)])
        }
        return "\(mark) \(wording.command(option.command, of: option.subject.machine))  \(place)"
            + "  \(option.rule)"
            + (option.capacity.map {
                "  " + texts.text("cli.may.as", ["capacity": wording.capacity($0)])
            } ?? "")
    }

    /// On a terminal, with its continuation under the text.
    private func wrapped(_ line: String) -> [String] {
        guard let width else { return [line] }
        let text = line.drop { $0 == " " }
        let indent = line.count - text.count
        return ColumnText.wrapped(String(text), to: max(20, width - indent - 2)).enumerated()
            .map { String(repeating: " ", count: indent + ($0.offset == 0 ? 0 : 2)) + $0.element }
    }

    private func detail(of option: CommandOption) -> [String] {
        let texts = wording.texts
        var lines: [String] = []
        if option.pending != nil {
            lines.append("    " + texts.text("cli.may.pending"))
            let place =
                option.subject.id.isEmpty ? stream.id : stream.id + "/" + option.subject.text
            let command =
                "jiebang do \(place) \(Command.sendBack) --field step=\(option.rule)"
                + " --field reason=…"
            lines.append("    " + texts.text("cli.may.sendBack", ["command": command]))
        }
        if option.proposed != nil { lines.append("    " + texts.text("cli.may.proposed")) }
        if option.refusal == nil, !option.completes {
            lines.append("    " + texts.text("cli.may.partial"))
        }
        if let refusal = option.refusal { lines.append("    " + wording.refusal(refusal)) }
        for (name, breach) in option.guards where breach == nil || option.refusal == nil {
            let text = wording.guardName(name)
            lines.append(
                breach.map { "    ✗ \(text)\(texts.text("cli.colon"))\(wording.breach($0))" }
                    ?? "    ✓ \(text)")
        }
        let made = DeskCommand(option.command, of: option.subject.machine)
        let required = option.fields.filter { $0.required && made?.makes($0) != true }
        if option.refusal == nil, option.pending == nil, let options = made?.options {
            lines.append("    " + texts.text("cli.help.made", ["options": options]))
        }
        if option.refusal == nil, option.pending == nil, !required.isEmpty {
            let names = required.map {
                wording.named($0.name, in: option.subject.machine.rawValue)
            }
            lines.append(
                "    "
                    + texts.text(
                        "cli.may.fields",
                        ["fields": names.joined(separator: texts.text("cli.comma"))]))
        }
        return lines
    }

    var json: JSON {
        .array(
            options.map { option in
                var members: [String: JSON] = [
                    "command": .string(option.command), "rule": .string(option.rule),
                    "object": .string(option.subject.text),
                    "allowed": .boolean(option.refusal == nil),
                    "completes": .boolean(option.completes),
                    "guards": .array(
                        option.guards.map { name, breach in
                            ["name": .string(name), "holds": .boolean(breach == nil)]
                        }),
                    "fields": .array(
                        option.fields.map { use in
                            [
                                "name": .string(use.name), "shape": .string(use.shape.text),
                                "required": .boolean(use.required),
                            ]
                        }),
                ]
                members["as"] = option.capacity?.json
                members["pending"] = option.pending?.json
                members["proposed"] = option.proposed?.json
                members["refusal"] = option.refusal.map { refusal in
                    [
                        "rule": .string(refusal.rule), "code": .string(refusal.code.name),
                        "message": .string(wording.refusal(refusal)),
                    ]
                }
                return .object(members)
            })
    }
}
