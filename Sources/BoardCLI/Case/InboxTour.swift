import BoardDomain
import BoardResources

/// What a person for whom nothing waits can do, role by role: an auditor has no duties at all, and a
/// buyer only now and then.
struct InboxTour {
    private let roles: Set<Role>
    private let texts: Texts

    init(_ roles: Set<Role>, _ texts: Texts) {
        self.roles = roles
        self.texts = texts
    }

    func lines(width: Int?) -> [String] {
        guard !roles.isEmpty else { return [] }
        let texts = Role.allCases.filter(roles.contains).map {
            self.texts.text("tour." + $0.rawValue)
        }
        return [self.texts.text("tour.heading")]
            + texts.flatMap { text in
                ColumnText.wrapped(text, to: max(20, (width ?? 100) - 2)).map { "  " + $0 }
            }
    }
}
