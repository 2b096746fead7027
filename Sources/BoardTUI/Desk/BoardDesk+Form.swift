import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension BoardDesk {
    /// What a filled form would record. Documents that it names are read now and kept only with the record.
    func rehearse(
        _ choice: ActChoice, _ content: FormContent, id: String
    ) async -> Answer<Rehearsal> {
        let documents = documents
        do {
            var act = choice.act(id: id, documents: documents)
            var members = try FormField.members(
                content.fields, path: "", reader(documents))
            let texts = { (name: String) in
                members.removeValue(forKey: name)
            }
            act.passphrase = texts(FormScreen.passphrase.name)?.string
            let content = texts(FormScreen.contentFile.name)?.string
            let attachments = texts(FormScreen.attachmentFiles.name)?.array ?? []
            for opener in texts(FormScreen.openerPersons.name)?.array ?? [] {
                act.openers.append(
                    try await board.person(named: opener.string ?? "", at: instant))
            }
            if let content {
                act.papers = try BidPapers(
                    content: content, attachments: attachments.compactMap(\.string))
            }
            act.fields = act.fields.merging(Record(members))
            return await rehearse(act)
        } catch {
            return .failure(fault(error))
        }
    }

    /// Keeps a draft; why it could not be kept, where it could not.
    func keep(_ draft: JSON, as name: String) -> Fault? {
        do {
            try drafts.keep(draft, as: name)
            return nil
        } catch {
            return fault(error)
        }
    }

    /// What a form starts with: what stands there already, where the command changes it.
    func preset(for choice: ActChoice) async -> Record? {
        guard Self.revising.contains(choice.option.command),
            case .success(let file) = await file(of: choice.stream)
        else { return nil }
        switch choice.option.subject.machine {
        case .challenge: return (file["terms"]?.object).map { Record($0) }
        default:
            let object = CaseSection.object(choice.option.subject, in: file)
            let text = object?["text"]?.object ?? object?["protocol"]?.object
            return (text ?? object?.object).map { Record($0) }
        }
    }

    /// Commands that put a new text in the place of one that is there.
    private static let revising: Set<String> = [
        "revise", "revise-protocol", "set-text", "set-profile", "amend", "propose-amendment",
    ]
}
