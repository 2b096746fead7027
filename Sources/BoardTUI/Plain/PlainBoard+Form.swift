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
                field.node, field.use.shape, field.use.name, isRequired: field.use.required,
                in: form.outline.context)
            form.set(given.node, at: FormPath().appending(.member(place)), setting)
            guard !given.lacks else {
                prompt.say("! " + setting.text("tui.form.missing"))
                return false
            }
        }
        return true
    }

    private func ask(
        _ node: FormNode, _ shape: FieldShape, _ name: String, isRequired: Bool,
        in context: String
    ) -> Given {
        let label = SafeText(setting.wording.label(name, in: context))
        let question = label + (isRequired ? " *" : "")
        var given = node
        switch node {
        case .line(let editor):
            let before = editor.text.isEmpty ? nil : editor.text
            let check = { (text: SafeText) in verdict(of: text, shape, name) }
            let text =
                FormPlan.secrets.contains(name)
                ? prompt.askSecret(question)
                : prompt.ask(question, fallback: before, check: check)
            guard let text else { return (node, isRequired) }
            given.restore(.string(text.string))
        case .area(let editor):
            if !editor.text.isEmpty { prompt.say(editor.text) }
            guard
                let text = prompt.askText(
                    question, check: { verdict(of: $0, shape, name) })
            else { return (node, isRequired && node.isBlank) }
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
            return record(fields, question, name, isRequired: isRequired)
        case .list(let element, let items):
            return list(element, items, question, name, isRequired: isRequired)
        }
        return (given, false)
    }

    private func record(
        _ fields: [FormField], _ title: SafeText, _ name: String, isRequired: Bool
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
        var filled = fields
        for place in filled.indices {
            let use = filled[place].use
            let given = ask(
                filled[place].node, use.shape, use.name, isRequired: use.required, in: name)
            filled[place].node = given.node
            if given.lacks { return (.record(filled), true) }
        }
        return (.record(filled), false)
    }

    private func list(
        _ element: FieldShape, _ items: [FormNode], _ title: SafeText, _ name: String,
        isRequired: Bool
    ) -> Given {
        var items = items
        prompt.say(title + " " + setting.text("tui.form.items", ["count": String(items.count)]))
        // The one in which an earlier try ended is gone on with, or dropped.
        if case .record(let fields)? = items.last, !fields.isWhole {
            items.removeLast()
            let rest = record(fields, title, name, isRequired: false)
            if rest.lacks { return (.list(element, items + [rest.node]), true) }
            if !rest.node.isBlank { items.append(rest.node) }
        }
        while isRequired && items.isEmpty
            || prompt.confirm(setting.text("tui.form.key.add")) == true
        {
            let item = ask(FormNode(element), element, name, isRequired: true, in: name)
            guard item.lacks else {
                items.append(item.node)
                continue
            }
            // What was typed of it is not lost; an empty one only ends the list.
            guard item.node.isBlank else { return (.list(element, items + [item.node]), true) }
            return (.list(element, items), items.isEmpty && isRequired)
        }
        return (.list(element, items), false)
    }

    private func verdict(of text: SafeText, _ shape: FieldShape, _ name: String) -> FieldVerdict {
        if shape == .digest, text.string.hasPrefix("@") { return .good() }
        do throws(FieldInputFault) {
            _ = try desk.reader(nil).read(text.string, as: shape, path: name)
            return .good()
        } catch {
            return .wrong(SafeText(error.message(in: setting.texts)))
        }
    }
}

extension [FormField] {
    /// Whether everything that is required has been said.
    fileprivate var isWhole: Bool {
        allSatisfy { field in
            switch field.node {
            case .record(let fields) where field.use.required || !field.node.isBlank:
                fields.isWhole
            default: !field.use.required || !field.node.isBlank
            }
        }
    }
}
