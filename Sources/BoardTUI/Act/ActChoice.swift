import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// One thing that may be done to an object, or may not and why, as the screens offer it.
struct ActChoice: Sendable, Identifiable {
    let option: CommandOption
    let stream: StreamID
    /// Whether what waits for this signature is sent back instead of signed.
    var sendsBack = false
    /// Whether its stream begins with it.
    var isNew = false
    /// Where texts that it is decided by hold what cannot be shown as it is: then nobody goes by them alone.
    var altered: AlteredTexts?

    var id: String { option.rule + " " + option.subject.text + (sendsBack ? " back" : "") }

    var command: String { sendsBack ? Command.sendBack : option.command }

    var isAllowed: Bool { option.refusal == nil }

    /// Whether it is somebody else's to do at all: then the reason tells nothing.
    var isOthers: Bool { option.refusal?.code == .notYourPart }

    /// What part it plays on an approval: its key.
    var verb: Verb { sendsBack ? .sendBack : isProposed ? .other : Verb(option) }

    /// Whether this person has put it already, and the others have not signed yet.
    var isProposed: Bool { option.proposed != nil && !sendsBack }

    enum Verb: Sendable {
        /// It goes on.
        case approve
        /// It goes back, with a reason.
        case sendBack
        /// It ends here.
        case reject
        /// Anything else.
        case other

        init(_ option: CommandOption) {
            self =
                if Self.returning.contains(option.command) {
                    .sendBack
                } else if Self.rejecting.contains(option.command) {
                    .reject
                } else if Self.asides.contains(option.command) {
                    .other
                } else {
                    .approve
                }
        }

        private static let returning: Set<String> = [
            "return", "return-answer", "return-to-bureau", "refuse-ranking", "reopen",
            "reopen-protocol", "record-refusal", "ask-cure", "ask-completion", "postpone",
        ]
        private static let rejecting: Set<String> = [
            "reject", "refuse", "disqualify", "declare-inadmissible", "drop-report",
            "refuse-repair", "refuse-evidence", "refuse-extension", "refuse-amendment",
            "refuse-appointment", "refuse-handover", "dismiss-report", "decline", "fail-call",
            "fail", "name-defects",
        ]
        /// What is possible but never the point.
        private static let asides: Set<String> = [
            "reassign", "erase-contact", "withdraw", "withdraw-for", "cancel", "revoke",
            "report-misconduct", "file-objection", "file-ex-officio", "report-conflict",
            "name-supervisor", "hand-on-shares", "dissent", "terminate", "state-ground",
            "open-clawback", "lapse-award", "revise", "withdraw-evidence", "discard",
            "ask", "withdraw-ground", "dispute", "waive-dispute", "recuse", "declare-unopenable",
            "suspend", "dissolve",
        ]
    }

    func title(_ setting: Setting) -> SafeText {
        if sendsBack { return setting.text("tui.act.sendBack") }
        let machine = option.subject.machine
        let words =
            setting.texts.textIfPresent("command.\(machine.rawValue).\(option.command)")
            ?? option.command
        return SafeText(words)
    }

    /// What it asks for beside the person's word.
    var asks: [FieldUse] {
        if sendsBack { return [.required(F.reason), .optional(F.clause)] }
        guard option.pending == nil else { return [] }
        switch DeskCommand(option.command, of: option.subject.machine) {
        // Made from the content and from the key alone.
        case .seal?: return option.fields.filter { $0.name == F.bidPledge.name }
        case .attendOpening?, .openBids?: return []
        default: break
        }
        let asked = option.fields.filter {
            !Self.told.contains($0.name) && (!$0.shape.isOfKeys || isDocument($0))
        }
        guard let name = NewStream.asked(of: option, isNew: isNew) else { return asked }
        return [name] + asked
    }

    /// What the board tells by itself: which text is signed, under which version of the terms, which row of
    /// a list a draft came from.
    static let told: Set<String> = ["protocolDigest", "textDigest", "termsVersion", "importKey"]

    /// The kind of a stream whose next free name the board gives; nil where its object's own is its name.
    var namedByBoard: StreamID.Kind? {
        guard isNew, [.challenge, .claim, .sanction].contains(stream.kind) else { return nil }
        return stream.kind
    }

    /// A digest is given by naming the document.
    private func isDocument(_ use: FieldUse) -> Bool {
        guard DeskCommand(option.command, of: option.subject.machine) == nil else { return false }
        switch use.shape {
        case .digest, .list(.digest): return true
        case .record(let members), .list(.record(let members)):
            return members.contains(where: isDocument)
        default: return false
        }
    }

    /// Whether something has to be filled in first. What may be said besides does not keep anybody from
    /// approving in three keys.
    var needsForm: Bool {
        asks.contains(where: \.required)
            || !asks.isEmpty && FormPreset.givesChanges(option.subject.machine, option.command)
            || option.pending == nil
                && DeskCommand(option.command, of: option.subject.machine) != nil
    }

    /// The act without what is typed.
    func act(id: String, documents: DocumentIntake? = nil) -> Act {
        let own = type(of: Stream(stream).aggregate).machines[0]
        return Act(
            stream: stream,
            subject: option.subject.id.isEmpty ? ObjectReference(own) : option.subject,
            command: command,
            fields: sendsBack ? Record { $0[F.step] = option.rule } : Record(),
            id: id, documents: documents)
    }
}
