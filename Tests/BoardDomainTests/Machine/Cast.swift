import Testing

@testable import BoardDomain

/// One object of every machine, put on a board by fiat, and a person for every capacity.
struct Cast {
    var board: DomainBoard

    static let files = DomainBoard.thirdBidder
    static let stream: [Machine: String] = [
        .pool: "pool/JBGS-2026", .sanction: "sanction/SX-2026-0001",
        .organisation: "organisation/\(files)", .appointment: "organisation/\(files)",
        .handover: "organisation/\(files)", .person: "person/self", .calendar: "calendar/2028",
    ]
    static let ids: [Machine: String] = [
        .challenge: "", .pool: "", .sanction: "", .organisation: "", .person: "", .calendar: "",
        .milestone: "1.1", .verification: "1.1.1",
    ]

    static func streamID(of machine: Machine) -> StreamID {
        StreamID(text: stream[machine] ?? "challenge/XC-2026-0001")!
    }

    static func reference(_ machine: Machine) -> ObjectReference {
        ObjectReference(machine, ids[machine] ?? "1")
    }

    init() throws {
        board = try DomainBoard.county()
        board.organisation(Self.files, "镜岭精工", .enterprise)
        board.person("self", .buyer, for: Self.files)
        board.person("xsig", .signatory, for: Self.files)
        board.person("aud", .auditor, for: DomainBoard.bureau)
        board.person("e1", .panelExpert, for: DomainBoard.laboratory)
        board.person("e2", .panelExpert, for: DomainBoard.laboratory)
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.draft,
            [
                "enterprise": .string(DomainBoard.enterprise), "assignee": "case",
                "title": "高速轴承", "indicators": DomainBoard.indicators,
                "enterpriseShare": 120_000_000, "countyShare": 80_000_000,
            ])
        board.given(
            .listPublished, "challenge",
            [
                "deadline": "2026-12-30T17:00:00.000+08:00",
                "openers": [
                    ["person": "case", "publicKey": "aa"], ["person": "sup", "publicKey": "bb"],
                ],
            ])
        putBid()
        putExperts()
        putContract()
        putFiles()
    }

    private mutating func putBid() {
        let author = Signature(
            actor: .person("bid"), capacity: .bidder, organisation: DomainBoard.university)
        board.given(
            .bidDrafted, "bid/1", state: BidState.draft,
            ["bidder": .string(DomainBoard.university)])
        board.given(
            .questionAsked, "question/1", state: QuestionState.asked, by: author,
            ["question": "指标如何测量"])
        board.given(
            .noticePublished, "notice/1", state: NoticeState.published,
            ["kind": "result", "object": "challenge", "end": "2026-12-30T23:59:59.999+08:00"])
        board.given(
            .objectionFiled, "objection/1", state: ObjectionState.filed, by: author,
            ["object": "notice/1"])
    }

    private mutating func putExperts() {
        for (id, person) in [("1", "arg1"), ("2", "arg2")] {
            board.given(
                .argumentExpertNamed, "argumentSeat/\(id)", state: ArgumentSeatState.named,
                ["person": .string(person), "argument": 1, "chair": .boolean(id == "1")])
        }
        board.given(.panelPlanned, "panel/1", state: PanelState.planned, ["panelSize": 5])
        for (id, person) in [("1", "e1"), ("2", "e2")] {
            board.given(
                .expertInvited, "seat/\(id)", state: SeatState.invited,
                ["panel": "1", "person": .string(person), "technical": true])
            board.given(
                .sheetOpened, "sheet/\(id)", state: SheetState.editing,
                ["panel": "1", "seat": .string(id)])
        }
        board.given(.expertsInvited, "panel/1", ["seat": "1"])
    }

    private mutating func putContract() {
        board.given(
            .contractDrafted, "contract/1", state: ContractState.draft,
            ["bid": "1", "bidder": .string(DomainBoard.university), "lane": 1])
        board.given(
            .milestonesPlanned, "milestone/1.1", state: MilestoneState.planned, ["contract": "1"])
        board.given(.raceGateOpened, "gate/1", state: GateState.open, ["sequence": 1])
        board.given(
            .protocolDrafted, "verification/1.1.1", state: VerificationState.protocolDraft,
            ["milestone": "1.1"])
        board.given(
            .evaluationOpened, "evaluation/1", state: EvaluationState.opened, ["contract": "1"])
        board.given(
            .evidenceSubmitted, "evidence/1", state: EvidenceState.submitted,
            ["evaluation": "1", "kind": "invoice", "number": "1"])
        board.given(
            .entitlementCreated, "entitlement/1", state: EntitlementState.open,
            [
                "contract": "1", "milestone": "1.1", "amount": 1000,
                "payee": .string(DomainBoard.university),
            ])
        board.given(
            .payoutDrafted, "payout/1", state: PayoutState.draft,
            [
                "entitlement": "1", "amount": 1000, "pool": "JBGS-2026",
                "payee": .string(DomainBoard.university),
            ])
    }

    private mutating func putFiles() {
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2026",
            ["pool": "JBGS-2026", "year": 2026, "basis": "文件"])
        board.given(
            .sanctionReported, "sanction", state: SanctionState.reported,
            of: "sanction/SX-2026-0001",
            ["target": .string(DomainBoard.enterprise), "facts": "虚报"])
        board.given(
            .handOverOffered, "handover/1", state: HandOverState.offered,
            of: "organisation/\(Self.files)",
            ["appointment": "1", "holder": "self", "successor": "xsig"])
        board.given(
            .calendarLoaded, "calendar", state: CalendarState.loaded, of: "calendar/2028",
            ["year": 2028])
    }

    /// Puts an object in a state with a fact that says nothing else.
    mutating func put(_ machine: Machine, in state: String) {
        board.world.evolve(
            Event(
                type: machine == .calendar ? .orgVerified : .calendarLoaded, rule: "given",
                subject: Self.reference(machine), state: state, fields: Record(), by: .clock,
                at: board.now), in: Self.streamID(of: machine))
        board.world.directory.take(board.world[Self.streamID(of: machine)].aggregate)
    }
}

extension Cast {
    static let people: [PersonID] = [
        "ent", "sig", "wrk", "case", "rev", "sup", "fin", "pay", "adm", "lia", "aud", "bid",
        "bidsig", "bid2", "bidsig2", "lab", "arg1", "arg2", "e1", "e2", "self", "xsig",
    ]

    private static let contractual: Set<Machine> = [
        .bid, .question, .contract, .milestone, .verification, .evaluation, .evidence,
        .entitlement, .payout,
    ]

    /// Which capacities a person fills on an object, said apart from the domain's own judgement.
    func capacities(of person: PersonID, on machine: Machine, creating: Bool) -> Set<Capacity> {
        let isCase = Self.stream[machine] == nil
        let isOfBidder = Self.contractual.contains(machine) && !creating
        var found: Set<Capacity> = [.publicReader]
        switch person {
        case "ent": found.formUnion([.enterprise])
        case "sig": found.formUnion(isCase ? [.enterpriseSignatory] : [])
        case "wrk": found.formUnion(isCase ? [.workshop] : [])
        case "case": found.formUnion(isCase ? [.caseOfficer, .opener] : [.caseOfficer])
        case "rev": found.insert(.reviewer)
        case "sup": found.formUnion(isCase ? [.supervisor, .opener] : [.supervisor])
        case "fin": found.insert(.financeReviewer)
        case "pay": found.insert(.payer)
        case "adm": found.insert(.administrator)
        case "lia": found.insert(.liaison)
        case "aud": found.insert(.auditor)
        case "lab": found.insert(.laboratory)
        case "bid": found.insert(.bidder)
        case "bid2": found.formUnion(isOfBidder ? [] : [.bidder])
        case "bidsig": found.insert(.bidderSignatory)
        case "self": found.insert(.buyer)
        case "arg1", "arg2":
            let isOwn = person == "arg1" || machine != .argumentSeat || creating
            if isCase, isOwn, !isGone(person, machine) {
                found.formUnion(
                    person == "arg1" ? [.argumentExpert, .argumentChair] : [.argumentExpert])
            }
        case "e1", "e2":
            let isOwn = person == "e1" || ![.seat, .sheet].contains(machine) || creating
            if isCase { found.insert(.interestedParty) }
            if isCase, isOwn, !isGone(person, machine) {
                found.formUnion(person == "e1" ? [.panelExpert, .panelChair] : [.panelExpert])
            }
        default: break
        }
        if ["sig", "bidsig2", "xsig"].contains(person), !isOfBidder {
            found.insert(.bidderSignatory)
        }
        if isCase, ["ent", "sig", "bid", "bidsig"].contains(person) {
            found.insert(.interestedParty)
        }
        if machine == .sanction, ["ent", "sig"].contains(person) {
            found.formUnion([.interestedParty, .subject])
        }
        switch (machine, person) {
        case (.person, "self"): found.insert(.oneself)
        case (.appointment, "self"), (.handover, "xsig"): if !creating { found.insert(.oneself) }
        default: break
        }
        if [.organisation, .appointment, .handover].contains(machine), person == "xsig" {
            found.insert(.ownSignatory)
        }
        return found
    }

    /// The seat of the person that is put through its states has come to its end.
    private func isGone(_ person: PersonID, _ machine: Machine) -> Bool {
        let found = board.challenge()
        switch person {
        case "arg1": return found.argumentSeats["1"]?.state == .recused
        case "e1": return found.seats["1"]?.state.isTerminal == true
        default: return false
        }
    }
}
