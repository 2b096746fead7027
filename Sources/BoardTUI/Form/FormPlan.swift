import BoardDomain
import BoardService
import TerminalKit

/// What a form is for: which command, with which fields, in which order they stand, what lies beside them.
struct FormPlan: Sendable {
    enum Layout: Hashable, Sendable {
        /// All fields below each other, under their headings.
        case page
        /// One section at a time, and at last all that was filled in, to read.
        case steps
    }

    /// What is read beside the form.
    enum Beside: Hashable, Sendable {
        /// The object as the person was shown it.
        case evidence
        /// The terms of the call.
        case terms
        /// The protocol and what the rule makes of the runs, with the one that is typed.
        case verdict
    }

    var name = ScreenName.form
    let choice: ActChoice
    let uses: [FieldUse]
    var outline: FormOutline
    var layout = Layout.page
    var beside = Beside.evidence
    /// Keeps what is filled in on the board without giving it: `revise` for `submit`.
    var later: ActChoice?
    /// What the screen that opens it has chosen already.
    var given = Record()

    /// Fields that only the program's own forms have: out of them the command's are made.
    static let passphrase = Field<String>("passphrase", .text(200))
    static let openerPersons = Field<[String]>("openerPersons", .list(.text(64)))

    /// What is never kept in a draft: it is a secret, or tells of a person more than its digest.
    static let secrets: Set<String> = [passphrase.name, FormReader.identity]

    /// The form of any command, from the table.
    init(_ choice: ActChoice) {
        self.choice = choice
        let option = choice.option
        let machine = option.subject.machine
        var uses = choice.asks
        if let desk = DeskCommand(option.command, of: machine), option.pending == nil,
            !choice.sendsBack
        {
            if desk.openers > 0 { uses.append(.required(Self.openerPersons)) }
            if desk.takesPassphrase { uses.append(.required(Self.passphrase)) }
        }
        self.uses = uses
        outline = FormOutline(context: machine.rawValue, command: choice.command)
        switch (machine, choice.command) {
        case (.verification, "record-run"), (.verification, "abort-run"),
            (.verification, "report-retest"):
            beside = .verdict
        case (.question, _), (.bid, _): beside = .terms
        default: break
        }
    }

    init(_ choice: ActChoice, _ uses: [FieldUse], _ outline: FormOutline) {
        self.choice = choice
        self.uses = uses
        self.outline = outline
    }

    /// Where its fields' values are picked from.
    var sources: Set<FormSource> {
        var found: Set<FormSource> = []
        for use in uses { collect(use.shape, use.name, outline.context, &found) }
        return found
    }

    private func collect(
        _ shape: FieldShape, _ name: String, _ context: String, _ found: inout Set<FormSource>
    ) {
        switch shape {
        case .list(let element): collect(element, name, context, &found)
        case .record(let uses):
            for use in uses { collect(use.shape, use.name, name, &found) }
        default:
            if let source = outline.source(name, in: context) { found.insert(source) }
        }
    }

    /// Under which its draft is kept.
    var draftName: String {
        // A stream that does not exist yet has no name of its own before it is recorded.
        let stream = choice.isNew ? choice.stream.kind.rawValue + "/new" : choice.stream.text
        return [stream, choice.option.subject.text, choice.command].joined(separator: " ")
    }

    /// What was put already, and either waits for signatures or has come back; what is encrypted is not typed
    /// again.
    var proposed: Record {
        var members = (choice.option.proposed ?? choice.option.sentBack ?? Record()).members
        for use in uses {
            if case .protectedText = use.shape { members[use.name] = nil }
        }
        return Record(members)
    }

    func preset(
        _ material: FormMaterial, _ setting: Setting
    ) -> FormPreset {
        let texts = setting.texts
        return FormPreset(
            subject: choice.option.subject, command: choice.command, material: material,
            now: setting.now, person: setting.person, text: { texts.text($0, $1) })
    }
}
