import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension PlainBoard {
    /// What was given for a node so far, and whether something that is required was not.
    private typealias Given = (node: FormNode, lacks: Bool)

    /// Asks for field after field; false where a required one was not given. What was given stays.
    func fill(_ form: inout FormState) -> Bool {
        for place in form.content.fields.indices {
            let field = form.content.fields[place]
            let given = ask(
                field.node, field.use.shape, FormPlace(field.use.name, in: form.outline.context),
                isRequired: field.use.required, with: form.reader)
            form.set(given.node, at: FormPath().appending(.member(place)), setting)
            guard !given.lacks else {
                prompt.say(
                    "! " + setting.text("tui.form.missing") + " "
                        + setting.text("tui.plain.kept"))
                return false
            }
        }
        return true
    }

    /// - Parameter reader: reads what is typed as a form on the screen does.
    private func ask(
        _ node: FormNode, _ shape: FieldShape, _ place: FormPlace, isRequired: Bool,
        with reader: FormReader
    ) -> Given {
        let name = place.name
        let question = question(place, shape) + (isRequired ? " *" : "")
        let check = { (text: SafeText) in verdict(of: text, shape, place, reader) }
        var given = node
        switch node {
        case .line(let editor):
            let before = editor.text.isEmpty ? nil : editor.text
            let text =
                FormPlan.secrets.contains(name)
                ? prompt.askSecret(question)
                : prompt.ask(question, fallback: before, check: check)
            guard let text else { return (node, isRequired) }
            given.restore(.string(text.string))
        case .area(let editor):
            if !editor.text.isEmpty { prompt.say(editor.text) }
            guard let text = prompt.askText(question, check: check) else {
                return (node, isRequired && node.isBlank)
            }
            given.restore(.string(text.string))
        case .flag:
            guard let flag = prompt.confirm(question) else { return (node, isRequired) }
            given = .flag(flag)
        case .choice(let names, _):
            let options = names.map {
                ChoiceOption($0, SafeText(setting.wording.choice($0, of: name)))
            }
            guard let chosen = prompt.choose(question, options) else { return (node, isRequired) }
            given.restore(.string(chosen))
        case .record(let fields):
            return record(fields, question, name, isRequired: isRequired, with: reader)
        case .list(let element, let items):
            let list = PlainList(element, question, place, isRequired: isRequired)
            return fill(list, items, with: reader)
        }
        return (given, false)
    }

    /// What is asked for, and in which unit a bare number is read.
    private func question(_ place: FormPlace, _ shape: FieldShape) -> SafeText {
        let label = SafeText(setting.wording.label(place.name, in: place.context))
        guard let unit = FormUnit(shape) else { return label }
        return label + " (" + setting.text(unit.textKey) + ")"
    }

    private func record(
        _ fields: [FormField], _ title: SafeText, _ name: String, isRequired: Bool,
        with reader: FormReader
    ) -> Given {
        prompt.say(title)
        if !isRequired {
            switch prompt.confirm(setting.text("tui.plain.fillIn")) {
            case true?: break
            case false? where !fields.isWhole:
                return (.record(fields.map { FormField($0.use) }), false)
            default: return (.record(fields), !fields.isWhole && !FormNode.record(fields).isBlank)
            }
        }
        return rest(of: fields, of: name, all: true, with: reader)
    }

    /// Asks for a record's fields; for those alone that are required and blank, unless for all.
    private func rest(
        of fields: [FormField], of name: String, all: Bool, with reader: FormReader
    ) -> Given {
        var filled = fields
        for place in filled.indices where all || !filled[place].isWhole {
            let use = filled[place].use
            let given = ask(
                filled[place].node, use.shape, FormPlace(use.name, in: name),
                isRequired: use.required, with: reader)
            filled[place].node = given.node
            if given.lacks { return (.record(filled), true) }
        }
        return (.record(filled), false)
    }

    // MARK: Lists

    private struct PlainList {
        let element: FieldShape
        let title: SafeText
        let place: FormPlace
        let isRequired: Bool

        init(_ element: FieldShape, _ title: SafeText, _ place: FormPlace, isRequired: Bool) {
            (self.element, self.title, self.place) = (element, title, place)
            self.isRequired = isRequired
        }
    }

    private enum ListStep: Hashable, Sendable { case add, remove }

    private func fill(
        _ list: PlainList, _ items: [FormNode], with reader: FormReader
    ) -> Given {
        var items = items
        prompt.say(
            list.title + " " + setting.text("tui.form.items", ["count": String(items.count)]))
        guard finish(&items, list, reader) else { return (.list(list.element, items), true) }
        while true {
            if items.isEmpty {
                guard list.isRequired || prompt.confirm(setting.text("tui.form.key.add")) == true
                else { return (.list(list.element, items), false) }
            } else {
                switch step(list, items, reader) {
                case .add?: break
                case .remove?:
                    remove(from: &items, list, reader)
                    continue
                case nil: return (.list(list.element, items), false)
                }
            }
            let item = ask(
                FormNode(list.element), list.element, list.place, isRequired: true, with: reader)
            guard item.lacks else {
                items.append(item.node)
                continue
            }
            // What was typed of it is not lost; an empty one only ends the list.
            guard item.node.isBlank else {
                return (.list(list.element, items + [item.node]), true)
            }
            return (.list(list.element, items), items.isEmpty && list.isRequired)
        }
    }

    /// Asks for what is open of items that are there: laid out by the board, or left by an earlier try.
    ///
    /// - Returns: false where one stays open.
    private func finish(
        _ items: inout [FormNode], _ list: PlainList, _ reader: FormReader
    ) -> Bool {
        var place = 0
        while place < items.count {
            guard case .record(let fields) = items[place], !fields.isWhole else {
                place += 1
                continue
            }
            prompt.say(title(of: items[place], number: place + 1, list, reader))
            let given = rest(of: fields, of: list.place.name, all: false, with: reader)
            items[place] = given.node
            guard given.lacks else {
                place += 1
                continue
            }
            guard prompt.confirm(setting.text("tui.form.key.remove")) == true else { return false }
            items.remove(at: place)
        }
        return true
    }

    private func step(
        _ list: PlainList, _ items: [FormNode], _ reader: FormReader
    ) -> ListStep? {
        for (place, item) in items.enumerated() {
            prompt.say(title(of: item, number: place + 1, list, reader))
        }
        return prompt.choose(
            list.title,
            [
                ChoiceOption(.add, setting.text("tui.form.key.add")),
                ChoiceOption(.remove, setting.text("tui.form.key.remove")),
            ])
    }

    private func remove(
        from items: inout [FormNode], _ list: PlainList, _ reader: FormReader
    ) {
        guard items.count > 1 else { return items = [] }
        let options = items.enumerated().map { place, item in
            ChoiceOption(place, title(of: item, number: place + 1, list, reader))
        }
        if let place = prompt.choose(setting.text("tui.form.key.remove"), options) {
            items.remove(at: place)
        }
    }

    /// Its number and what stands in its fields, each with its label.
    private func title(
        of item: FormNode, number: Int, _ list: PlainList, _ reader: FormReader
    ) -> SafeText {
        let name = list.place.name
        let words: [SafeText]
        if case .record(let fields) = item {
            words = fields.compactMap { field in
                field.node.text.map { text in
                    SafeText(setting.wording.label(field.use.name, in: name)) + " "
                        + told(text, FormPlace(field.use.name, in: name), reader)
                }
            }
        } else {
            words = item.text.map { [told($0, list.place, reader)] } ?? []
        }
        let label = list.title + " " + SafeText(number)
        return words.isEmpty
            ? label
            : words.dropFirst().reduce(label + ": " + words[0]) {
                $0 + setting.text("cli.semicolon") + $1
            }
    }

    private func told(_ text: String, _ place: FormPlace, _ reader: FormReader) -> SafeText {
        reader.title(of: text, at: place) ?? SafeText(setting.wording.choice(text, of: place.name))
    }

    private func verdict(
        of text: SafeText, _ shape: FieldShape, _ place: FormPlace, _ reader: FormReader
    ) -> FieldVerdict {
        do throws(FieldInputFault) {
            let value = try reader.read(text.string, as: shape, at: place)
            guard FormUnit(shape) != nil else { return .good() }
            return .good(
                "= " + SafeText(setting.wording.value(value, of: place.name, in: place.context)))
        } catch {
            return .wrong(SafeText(error.message(in: setting.texts)))
        }
    }
}

extension [FormField] {
    /// Whether everything that is required has been said.
    fileprivate var isWhole: Bool { allSatisfy(\.isWhole) }
}

extension FormField {
    /// Whether what is required of it has been said.
    fileprivate var isWhole: Bool {
        switch node {
        case .record(let fields) where use.required || !node.isBlank: fields.isWhole
        default: !use.required || !node.isBlank
        }
    }
}
