import BoardDomain

/// Organisations and people that come to the board, are checked, and go again without a challenge of
/// their own.
struct CountyPassage: Sendable {
    /// What happens on one day, in this order.
    enum Step: CaseIterable, Sendable {
        /// Four register and one of them is refused; people are invited and appointed.
        case arrive
        case suspend
        case reinstate
        /// An expert declares that it belonged to one of them.
        case declare
        case merge
        /// Somebody is asked to act for the one that is dissolved, and never answers.
        case propose
        case dissolve

        /// Days after the county's founding.
        var day: Int {
            switch self {
            case .arrive: 20
            case .suspend: 50
            case .reinstate: 75
            case .declare: 80
            case .merge: 120
            case .propose: 320
            case .dissolve: 330
            }
        }
    }

    let stage: Stage
    private let administrators: [PersonID]

    init(stage: Stage) {
        self.stage = stage
        administrators = stage.cast.all(.administrator)
    }

    func take(_ step: Step, at instant: Instant) async throws {
        switch step {
        case .arrive: try await arrive(at: instant)
        case .suspend: try await decide("suspend", "merged", reason: "orgSuspend", at: instant)
        case .reinstate:
            try await decide("reinstate", "merged", reason: "orgReinstate", at: instant)
        case .declare: try await declare(at: instant)
        case .merge:
            let successor = try stage.county.passer("repaired").organisation.code
            let document = stage.document("merger")
            try await act("merge", "merged", at: instant) {
                $0[F.successorCode] = successor
                $0[F.basisDocument] = document
            }
        case .propose:
            let passer = try stage.county.passer("dissolved")
            guard passer.people.count > 1 else { return }
            try await CountyFounding(stage: stage).propose(
                passer.people[1].id, .enterprise, passer.organisation.code, at: instant)
        case .dissolve:
            let document = stage.document("dissolution")
            try await act("dissolve", "dissolved", at: instant) {
                $0[F.basisDocument] = document
            }
        }
    }

    /// The first of its people becomes its signatory, the second declines to act for it, and the third
    /// never answers the invitation.
    private func arrive(at instant: Instant) async throws {
        let founding = CountyFounding(stage: stage)
        for passer in stage.county.passers {
            let code = passer.organisation.code
            try await founding.register(passer.organisation, at: instant)
            guard passer.organisation.key != "refused" else {
                try await decide("refuse", "refused", reason: "orgRefuse", at: instant)
                continue
            }
            try await act("verify", passer.organisation.key, at: instant)
            for (index, person) in passer.people.enumerated() {
                try await founding.invite(person, accepts: index < 2, at: instant)
                if index == 0 {
                    try await founding.appoint(person.id, .signatory, code, at: instant)
                }
                guard index == 1 else { continue }
                let made = try await founding.propose(person.id, .bidder, code, at: instant)
                guard
                    let proposal = made.recorded.first.flatMap({ ObjectReference(text: $0.object) })
                else { continue }
                try await stage.act(
                    "refuse-appointment", proposal, in: StreamID(.organisation, code),
                    as: [person.id], at: instant
                ) {
                    $0[F.reason] = stage.county.phrase("appointmentRefuse")
                    $0[F.clause] = stage.county.phrase("directoryClause")
                }
            }
        }
    }

    private func declare(at instant: Instant) async throws {
        guard let expert = stage.cast.all(.panelExpert).first,
            var profile = stage.cast.profile(expert)
        else { return }
        let former = try stage.county.passer("merged").organisation.code
        profile.affiliations.append(
            ExpertProfile.Affiliation(organisation: former, until: instant.day.adding(-400)))
        try await stage.act(
            "set-profile", ObjectReference(.person), in: StreamID(.person, expert), as: [expert],
            at: instant
        ) { $0[F.profile] = profile }
    }

    private func decide(
        _ name: String, _ key: String, reason: String, at instant: Instant
    ) async throws {
        try await act(name, key, at: instant) {
            $0[F.reason] = stage.county.phrase(reason)
            $0[F.clause] = stage.county.phrase("directoryClause")
        }
    }

    private func act(
        _ name: String, _ key: String, at instant: Instant,
        _ fill: (inout Record) -> Void = { _ in }
    ) async throws {
        let code = try stage.county.passer(key).organisation.code
        try await stage.act(
            name, ObjectReference(.organisation), in: StreamID(.organisation, code),
            as: [administrators[1]], at: instant, fill)
    }
}
