/// A condition of a row, checked before anything is recorded and shown with its ✓ or ✗.
package struct Guard: Sendable {
    /// The key of its wording, `guard.<name>` in the resources.
    package let name: String
    /// Whether it can be judged only once the command's fields are there.
    package let needsFields: Bool
    /// Whether it looks at what other streams hold: by its instant it may be met though it is not
    /// now, so that the clock has to come and look.
    package var looksElsewhere = false
    package let breach: @Sendable (Turn) -> Breach?

    /// A guard that stands whatever the fields say.
    package static func standing(
        _ name: String, _ breach: @escaping @Sendable (Turn) -> Breach?
    ) -> Guard {
        Guard(name: name, needsFields: false, breach: breach)
    }

    /// A guard over the fields.
    package static func input(
        _ name: String, _ breach: @escaping @Sendable (Turn) -> Breach?
    ) -> Guard {
        Guard(name: name, needsFields: true, breach: breach)
    }

    /// A guard over what other streams hold.
    package static func elsewhere(
        _ name: String, _ breach: @escaping @Sendable (Turn) -> Breach?
    ) -> Guard {
        Guard(name: name, needsFields: false, looksElsewhere: true, breach: breach)
    }
}

extension Guard {
    /// The object of a stream is made once: whoever names a stream that is there would write over
    /// what others have done.
    static let madeOnce = Guard.standing("madeOnce") { turn in
        let made = turn.world[turn.stream].aggregate.ids(of: turn.row.machine)
        guard !made.isEmpty else { return nil }
        return Breach(.existsAlready, given: .string(turn.stream.text))
    }
}

extension RefusalCode {
    static let existsAlready = RefusalCode("existsAlready")
}
