extension RefusalCode {
    static let notArgumentExpert = RefusalCode("notArgumentExpert")
    static let alreadySeated = RefusalCode("alreadySeated")
    static let argumentConflict = RefusalCode("argumentConflict")
    static let declarationIncomplete = RefusalCode("declarationIncomplete")
    static let formerArgument = RefusalCode("formerArgument")
}

/// The guards of P15 and P16.
extension ArgumentSeat {
    static let expertAppointed = Guard.input("argumentExpertAppointed") { turn in
        let person = turn.fields[F.person, default: ""]
        let roles = turn.world.directory.appointments(of: person, at: turn.now).map(\.role)
        return roles.contains(.argumentExpert)
            ? nil
            : Breach(
                .notArgumentExpert, given: .array(roles.map(\.json)),
                accepted: Role.argumentExpert.json, ["person": .string(person)])
    }

    /// A recused expert does not come back either.
    static let expertNotSeated = Guard.input("argumentExpertNotSeated") { turn in
        let person = turn.fields[F.person, default: ""]
        return turn.case.presentArgument.contains { $0.person == person }
            ? Breach(.alreadySeated, given: .string(person)) : nil
    }

    static let expertWithoutConflict = Guard.input("argumentExpertWithoutConflict") { turn in
        conflict(of: turn.fields[F.person, default: ""], in: turn)
    }

    static let ownSeatWithoutConflict = Guard.standing("argumentSeatWithoutConflict") { turn in
        conflict(of: seat(of: turn)?.person ?? "", in: turn)
    }

    static func conflict(of person: PersonID, in turn: Turn) -> Breach? {
        ConflictOfInterest.hit(person: person, in: turn).map {
            Breach(
                .argumentConflict, given: .string(person), accepted: nil,
                ["conflict": .string($0.rule.rawValue)])
        }
    }

    static let bothPledged = Guard.input("argumentPledged") { turn in
        turn.fields[F.confidentialityPledge] == true && turn.fields[F.noInterestPledge] == true
            ? nil : Breach(.declarationIncomplete, given: false, accepted: true)
    }

    /// The seats of an argument that a return or a re-opening has left behind are closed.
    static let ofPresentArgument = Guard.standing("ofPresentArgument") { turn in
        let present = turn.case.presentArgument.map(\.id)
        return present.contains(turn.subject.id)
            ? nil
            : Breach(
                .formerArgument, given: .string(turn.subject.id),
                accepted: .array(present.map(JSON.string)))
    }
}
