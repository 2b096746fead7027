import BoardDomain
import BoardResources

/// One of a few names, typed as itself or as its word.
struct ChoiceSet {
    private let wording: ValueWording

    init(_ wording: ValueWording) { self.wording = wording }

    func one(
        of names: [String], typed: String, word: (String) -> String
    ) throws(Complaint) -> String {
        let text = Width.trimmed(Width.narrow(typed)).lowercased()
        if let name = names.first(where: {
            $0.lowercased() == text || word($0).lowercased() == text
        }) {
            return name
        }
        let texts = wording.texts
        let near = Suggestion.nearest(to: text, among: names)
        // One that is near by chance hides the others: all are named, the near ones first.
        let shown = (near + names.filter { !near.contains($0) }).map { name in
            word(name) == name ? name : "\(name)(\(word(name)))"
        }
        throw Complaint(
            .usage,
            texts.text(
                "cli.choice.unknown",
                ["given": typed, "accepted": shown.joined(separator: texts.text("cli.comma"))]))
    }
}
