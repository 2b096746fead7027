extension F {
    /// How many seats a panel has.
    package static let panelSize = Field<Int>("panelSize", .integer(1...99))
    package static let technicalSeats = Field<Int>("technicalSeats", .integer(1...99))
    package static let panelSkills = Field<[String]>("skills", .list(.text(40)))
    package static let panelRegion = Field<String>("region", .text(40))
    /// The public record of the draw.
    package static let draw = Field<Draw>("draw")
    /// How far the pool has been widened: 0 as planned, 1 any skill, 2 any chain, 3 any region.
    package static let widening = Field<Int>("widening", .integer(0...3))
    /// Who joins the order of the draw, in this order.
    package static let joining = Field<[Draw.Candidate]>("joining")
    /// Who was passed over.
    package static let passedOver = Field<[Draw.Skip]>("passedOver")
    /// The panel that a seat or sheet belongs to.
    package static let panelID = Field<String>("panel", .text(8))
    /// A seat, `1.3`.
    package static let seatID = Field<String>("seat", .text(16))
    package static let isTechnical = Field<Bool>("technical")
    /// A conflict that an expert declares or the rules have found.
    package static let conflict = Field<SkipReason>(
        "conflict", .choice(SkipReason.conflicts.map(\.rawValue)))
    /// With whom the conflict is.
    package static let against = Field<String>("against", .text(200))
    /// Whom a party asks to keep off the panel: a name, a person or a unified code.
    package static let avoided = Field<String>("avoided", .text(100))
    /// The expert's signature under the text that the board shows.
    package static let declares = Field<Bool>("declares")
    /// Which of the two declarations.
    package static let declaration = Field<Declaration>("declaration")
    /// SHA-256 of what was declared on.
    package static let declarationDigest = Field<Digest>("declarationDigest")
    package static let scores = Field<[SheetScore]>("scores")
    package static let scoresDigest = Field<Digest>("scoresDigest")
    package static let criterion = Field<String>("criterion", .text(20))
    package static let points = Field<Int>("points", .integer(0...100))
    package static let comment = Field<String>("comment", .text(2000))
    /// The score that a consensus replaced.
    package static let former = Field<SheetScore>("former")
    package static let divergences = Field<[Divergence]>("divergences")
    package static let divergenceNote = Field<String>("note", .text(2000))
    /// The computed ranking, best first.
    package static let ranking = Field<[Ranking.Line]>("ranking")
}

/// The two declarations of an expert: the second shows names, so the first comes before it (P3).
package enum Declaration: String, ChoiceValue { case confidentiality, noInterest }
