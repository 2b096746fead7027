import BoardDomain
import BoardEventLog
import BoardResources
import Testing

@testable import BoardService

@Suite("The sample board")
struct SampleBoardTests {
    @Test("On its last day every state is there, work waits at every desk, and its log verifies")
    func lastDay() async throws {
        let folder = TemporaryFolder()
        let board = try await SampleBoard.create(path: folder.path + "/sample")
        let county = try County.embedded()
        var query = CaseQuery()
        query.limit = .max
        let rows = try await board.cases(query, as: "hong-jianqing")
        let states = Set(rows.map(\.state))
        for state in ChallengeState.allCases {
            #expect(states.contains(state.rawValue), "\(state)")
        }
        var cases: [Case] = []
        for row in rows { cases.append(try await board.foundCase(row.id)) }
        expectWaitingStates(in: cases)
        expectBelievableDates(in: cases)
        try await expectDuties(on: board, county: county)
        try await expectPlansKept(county, in: cases)
        try await expectGates(on: board, in: cases)
        try await expectReadable(cases, on: board)
        try await expectNamed(cases, on: board)
        try await expectClosedToAdvisers(cases, on: board)
        #expect(try await board.verify(anchor: nil).fault == nil)
        try await board.close()
        #expect(folder.read("sample-wal").isEmpty)
    }

    /// A text says what it is about, and an amendment what it changes.
    private func expectReadable(_ cases: [Case], on board: LocalBoard) async throws {
        for found in cases {
            let file = try await board.caseFile(found.id, as: "hong-jianqing")
            let text = file.canonicalText
            #expect(!text.contains("按按") && !text.contains("仪器为—"), "\(found.id)")
            guard found.contracts.all.contains(where: { $0.state == .amending }) else { continue }
            let amendments = (file["contracts"]?.array ?? []).compactMap { $0["amendment"] }
            #expect(!amendments.isEmpty, "\(found.id)")
            for amendment in amendments {
                #expect(amendment["summary"]?.string?.isEmpty == false)
                #expect(
                    amendment["before"]?.object != nil || amendment["indicatorChanges"] != nil)
            }
        }
    }

    /// An expert of a university is no bidder because the university bids.
    private func expectClosedToAdvisers(_ cases: [Case], on board: LocalBoard) async throws {
        let directory = try await board.directory()
        let now = await board.now
        var looks = 0
        for found in cases {
            let bidders = Set(found.bids.all.filter { $0.content == nil }.map(\.bidder))
            for expert in directory.holders(of: .panelExpert, at: now) {
                let held = directory.appointments(of: expert, at: now)
                guard held.allSatisfy({ $0.role == .panelExpert }),
                    held.contains(where: { bidders.contains($0.organisation) })
                else { continue }
                looks += 1
                let bids = try await board.caseFile(found.id, as: expert)["bids"]?.array ?? []
                #expect(bids.allSatisfy { $0["id"] == nil && $0["contact"] == nil })
            }
        }
        #expect(looks > 0)
    }

    /// Every member of every file has a name in both languages.
    private func expectNamed(_ cases: [Case], on board: LocalBoard) async throws {
        for language in Language.allCases {
            let wording = ValueWording(Texts(language))
            var nameless: Set<String> = []
            for (found, viewer) in cases.flatMap({ found in
                Self.readers(of: found).map { (found, $0) }
            }) {
                let file = try await board.caseFile(found.id, as: viewer)
                let outline = FileOutline(file.object ?? [:], of: .challenge, wording: wording)
                for block in outline.blocks {
                    let labels =
                        switch block {
                        case .heading(let title, _, _): [title]
                        case .pairs(let pairs, _): pairs.map(\.label)
                        case .table(let table, _): table.columns.map(\.title)
                        }
                    nameless.formUnion(
                        labels.filter {
                            $0.isIdentifier
                                || language == .zhHans && $0.utf8.allSatisfy { $0 < 128 }
                        })
                }
            }
            #expect(nameless == [], "\(language)")
        }
    }

    /// An auditor, and the experts who score.
    private static func readers(of found: Case) -> [PersonID] {
        let experts = found.panelInForce.map { found.liveSeats(of: $0).map(\.person) }
        return ["hong-jianqing"] + (experts ?? [])
    }

    private func expectWaitingStates(in cases: [Case]) {
        let running = cases.filter { $0.challenge.state == .executing }
        #expect(running.count >= 15)
        let milestones = running.flatMap(\.milestones.all)
        let waiting: [MilestoneState] = [
            .planned, .active, .verifying, .accepting, .checking, .approving, .met, .partiallyMet,
            .notMet, .extensionRequested,
        ]
        for state in waiting {
            #expect(milestones.contains { $0.state == state }, "\(state)")
        }
        #expect(milestones.contains { $0.state == .approving && $0.evidence.count > 10 })
        let contracts = running.flatMap(\.contracts.all)
        for state in [ContractState.amending, .delivered] {
            #expect(contracts.contains { $0.state == state }, "\(state)")
        }
        let verifications = running.flatMap(\.verifications.all)
        for state in [VerificationState.running, .conditional, .disputed, .retest] {
            #expect(verifications.contains { $0.state == state }, "\(state)")
        }
        let payouts = running.flatMap(\.payouts.all)
        for state in [PayoutState.caseChecked, .finReviewed, .approved, .ordered, .paid] {
            #expect(payouts.contains { $0.state == state }, "\(state)")
        }
    }

    /// Nothing is approved weeks before its day, and no market is rated before its year is over.
    private func expectBelievableDates(in cases: [Case]) {
        for found in cases {
            for milestone in found.milestones.in(.met) {
                let at = found.docket.since[milestone.reference] ?? milestone.due
                let earliest = milestone.due.adding(days: milestone.isGate ? -60 : -15)
                #expect(at >= earliest, "\(found.id) \(milestone.id)")
            }
            for evaluation in found.evaluations.all {
                guard let rated = evaluation.ratedAt else { continue }
                #expect(rated >= evaluation.windowEnd, "\(found.id)")
            }
        }
    }

    private func expectDuties(on board: LocalBoard, county: County) async throws {
        let now = SampleBoard.end
        for role in [
            Role.enterprise, .signatory, .caseOfficer, .reviewer, .panelExpert, .bidder, .workshop,
            .laboratory, .financeReviewer, .payer, .supervisor, .administrator, .liaison,
            .argumentExpert,
        ] {
            var items = 0
            for person in BoardService.Cast(county).all(role) {
                items += try await board.inbox(of: person, at: now).count
            }
            #expect(items > 0, "\(role)")
        }
        for reviewer in BoardService.Cast(county).all(.reviewer) {
            let approvals = try await board.inbox(of: reviewer, at: now).filter { $0.rule == "M11" }
            #expect(approvals.count >= 4, "\(reviewer)")
            #expect(approvals.contains { $0.isOverdue }, "\(reviewer)")
            #expect(approvals.contains { !$0.isOverdue }, "\(reviewer)")
        }
        // Nobody is asked to hear an objection who has acted in its case (O5).
        var hearers = 0
        for supervisor in BoardService.Cast(county).all(.supervisor) {
            for item in try await board.inbox(of: supervisor, at: now)
            where item.command == "investigate" || item.command == "decide-objection" {
                hearers += 1
                let options = try await board.options(for: supervisor, in: item.stream, at: now)
                let barred = options.contains {
                    $0.command == item.command && $0.subject.text == item.object
                        && $0.refusal?.code.name == "notIndependent"
                }
                #expect(!barred, "\(supervisor) \(item.stream.id) \(item.command ?? "")")
            }
        }
        #expect(hearers > 0)
    }

    /// M21: what is decided about a gate can be looked at; by a stranger it cannot.
    private func expectGates(on board: LocalBoard, in cases: [Case]) async throws {
        let races = cases.filter { !$0.gates.all.isEmpty }
        #expect(!races.isEmpty)
        for race in races {
            let file = try await board.caseFile(race.id, as: "hong-jianqing")
            let ids = file["gates"]?.array?.compactMap { $0["id"]?.string }
            #expect(ids == race.gates.all.map(\.id), "\(race.id)")
            #expect(try await board.caseFile(race.id, as: nil)["gates"] == nil)
        }
    }

    /// What a plan leaves to whoever looks at the board is there.
    private func expectPlansKept(_ county: County, in cases: [Case]) async throws {
        for script in county.challenges {
            let title = script.terms[F.title, default: ""]
            let found = try #require(cases.last { $0.challenge.terms.title == title }, "\(title)")
            for rest in script.plan.rests where rest.machine == .milestone {
                let states = found.milestones.all.filter { $0.sequence == rest.number }
                    .map(\.state.rawValue)
                #expect(states.contains(rest.state), "\(script.key)")
            }
        }
    }

    @Test("Two bids on one challenge differ in amount and in what they promise")
    func bidsDiffer() async throws {
        let folder = TemporaryFolder()
        let until = try #require(Instant(text: "2023-03-31T18:00:00+08:00"))
        let board = try await SampleBoard.create(path: folder.path + "/bids", upTo: until)
        let found = try await board.foundCase("XC-2023-0001")
        let contents = found.bids.all.compactMap(\.content)
        #expect(contents.count >= 3)
        #expect(Set(contents.map(\.amountFen)).count == contents.count)
        #expect(Set(contents.map(\.approach)).count == contents.count)
        let notice = try #require(found.notices.all.first)
        let winner = try #require(found.bids.in(.awarded).first)
        let name = try #require(try County.embedded().organisation(winner.bidder)?.name)
        #expect(notice.text.contains(name))
        #expect(notice.text.contains(Money(fen: winner.content?.amountFen ?? 0).wanText))
        try await board.close()
    }

    @Test("Made twice, it is the same to the last byte of its head")
    func isDeterministic() async throws {
        let folder = TemporaryFolder()
        let until = try #require(Instant(text: "2023-04-30T18:00:00+08:00"))
        var heads: [LogHead] = []
        for name in ["one", "two"] {
            let board = try await SampleBoard.create(path: folder.path + "/" + name, upTo: until)
            heads.append(try await board.head())
            try await board.close()
        }
        #expect(heads[0].position > 800)
        #expect(heads[0].hash == heads[1].hash)
    }

    @Test("What a killed run left is no board and is in nobody's way")
    func survivesBeingKilled() async throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/sample"
        let day = SampleBoard.start.adding(hours: 1)
        // Killed between its renames: the keys have moved, the database has not.
        let making = BoardInTheMaking(path: path)
        try await SampleBoard.create(path: making.part, upTo: day).close()
        try OpenFile.rename(making.part + ".keys", to: path + ".keys")
        folder.write([1, 2, 3], to: "sample.part-wal")
        await #expect(throws: EventLogError.self) {
            try await LocalBoard.open(path: path, settings: .embedded(now: { day }))
        }
        let board = try await SampleBoard.create(path: path, upTo: day)
        #expect(try await board.verify(anchor: nil).fault == nil)
        try await board.close()
        #expect(!folder.files.contains { $0.contains(".part") })
        let keys = KeyRing(besideDatabase: path)
        #expect(throws: Never.self) { try keys.publicKey(of: "zhou-qiming") }
        await #expect(throws: EventLogError.boardExists(path: path)) {
            try await SampleBoard.create(path: path, upTo: day)
        }
    }

    @Test("Keys of some other board are not taken away")
    func respectsOtherKeys() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/sample"
        try OpenFile.makeFolder(path + ".keys")
        folder.write([1], to: "sample.keys/somebody.json")
        #expect(throws: EventLogError.self) { try BoardInTheMaking(path: path).begin() }
        #expect(folder.read("sample.keys/somebody.json") == [1])
    }
}

extension String {
    /// As code names a member, `openedAt`: a small letter followed by a capital.
    fileprivate var isIdentifier: Bool {
        zip(self, dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }
}
