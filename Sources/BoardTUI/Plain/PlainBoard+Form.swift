import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension PlainBoard {
    /// Asks for field after field; false where a required one was not given.
    func fill(_ form: inout FormState) -> Bool {
        for place in form.content.fields.indices {
            let field = form.content.fields[place]
            guard
                let node = ask(
                    field.node, field.use.shape, field.use.name, isRequired: field.use.required,
                    in: form.outline.context)
            else {
                prompt.say("! " + setting.text("tui.form.missing"))
                return false
            }
            form.set(node, at: FormPath().appending(.member(place)), setting)
        }
        return true
    }

    /// What is given for a node; nil where it is required and was not given.
    private func ask(
        _ node: FormNode, _ shape: FieldShape, _ name: String, isRequired: Bool,
        in context: String
    ) -> FormNode? {
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
            guard let text else { return isRequired ? nil : node }
            given.restore(.string(text.string))
        case .area(let editor):
            if !editor.text.isEmpty { prompt.say(editor.text) }
            guard
                let text = prompt.askText(
                    question, check: { verdict(of: $0, shape, name) })
            else { return isRequired && node.isBlank ? nil : node }
            given.restore(.string(text.string))
        case .flag:
            guard let flag = prompt.confirm(question) else { return isRequired ? nil : node }
            given = .flag(flag)
        case .choice(let names, _):
            let options = names.map {
                ChoiceOption($0, SafeText(setting.wording.choice($0, of: name)))
            }
            guard let chosen = prompt.choose(question, options) else {
                return isRequired ? nil : node
            }
            given.restore(.string(chosen))
        case .record(let fields):
            return record(fields, question, name, isRequired: isRequired)
        case .list(let element, let items):
            return list(element, items, question, name, isRequired: isRequired)
        }
        return given
    }

    private func record(
        _ fields: [FormField], _ title: SafeText, _ name: String, isRequired: Bool
    ) -> FormNode? {
        prompt.say(title)
        if !isRequired, prompt.confirm(setting.text("tui.plain.fillIn")) != true {
            return .record(fields)
        }
        var filled = fields
        for place in filled.indices {
            let use = filled[place].use
            guard
                let node = ask(
                    filled[place].node, use.shape, use.name, isRequired: use.required, in: name)
            else { return nil }
            filled[place].node = node
        }
        return .record(filled)
    }

    private func list(
        _ element: FieldShape, _ items: [FormNode], _ title: SafeText, _ name: String,
        isRequired: Bool
    ) -> FormNode? {
        var items = items
        prompt.say(title + " " + setting.text("tui.form.items", ["count": String(items.count)]))
        while isRequired && items.isEmpty
            || prompt.confirm(setting.text("tui.form.key.add")) == true
        {
            guard
                let item = ask(
                    FormNode(element), element, name, isRequired: true, in: name)
            else { return items.isEmpty && isRequired ? nil : .list(element, items) }
            items.append(item)
        }
        return .list(element, items)
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
