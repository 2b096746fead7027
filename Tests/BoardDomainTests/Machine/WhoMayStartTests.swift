import Testing

@testable import BoardDomain

@Suite("What each role may start in each state of a challenge")
struct WhoMayStartTests {
    struct Entry: Hashable, Sendable, CustomStringConvertible {
        let state: ChallengeState
        let party: String
        let rule: String
        var description: String { "\(state.rawValue) \(party) \(rule)" }
    }

    /// The matrix at the end of the specification's tables, a cell a line. Signing the condensed
    /// text is part of C5; postReviewed stands for the terminal states too.
    private static let matrix = """
        draft|ENT|C2 C8
        draft|CASE|C1
        returned|ENT|C2 C8
        returned|CASE|C1
        submitted|ENT|C8
        submitted|CASE|C3 C4
        assisting|ENT|C5 C8
        assisting|CASE|C4 C5
        arguing|ENT|C8
        arguing|CASE|C4 P15
        arguing|REV|C6
        arguing|SUP|P5
        arguing|ARG|P15 P16 C6
        pooled|ENT|C8
        pooled|CASE|C7
        approved|ENT|C8
        approved|REV|C9
        open|ENT|Q4 Q9 C11
        open|BID|B1 B2 B3 B5 B7 Q1 Q7
        open|CASE|Q2 Q3 Q5 Q6 Q9 C11
        open|REV|C11 C12
        closed|CASE|C16
        closed|REV|C16 C16b C16c
        closed|SUP|C16 C16b C16c
        qualifying|BID|B12
        qualifying|CASE|B11 B13 B14 P1 P2 P8 C17
        qualifying|REV|B13 B14 P1 P8 C17 C18
        qualifying|SUP|P2 P5
        qualifying|EXP|P3 P4
        evaluating|CASE|P6 P8
        evaluating|REV|P8 C18
        evaluating|SUP|P5 P6 P12
        evaluating|EXP|P4 P5 P11 P12b
        evaluating|CHAIR|P12 C19
        proposed|BID|B18
        proposed|CASE|N1
        proposed|REV|C19b C20
        noticed|BID|B18
        noticed|CASE|N6
        noticed|REV|N6
        disputed|BID|B18
        disputed|SUP|O5 O6 O9
        cancelPending|BID|B3 B5 B7
        cancelPending|CASE|N6
        cancelPending|REV|N6
        cancelPending|SUP|N6
        awarded|ENT|K2 K3 K4
        awarded|BID|B18 K2 K3 K4 K6
        awarded|CASE|K3 K6 K7 K8 C24b N1
        awarded|REV|K8 C24b N1
        awarded|WRK|T1
        awarded|LAB|T1
        executing|ENT|K11 K12 K13 K15 K16 K17 M7 M8 M16 M17 T2 T4 T10 T13
        executing|BID|M3 M13 M15 M16 K11 K12 K13 K17 T2 T4 T10 T13 Y3
        executing|CASE|M8 M8b M9 M17 M21 N1 K12 K15 K16 K17 T3 T15 T16 Y4 Y5 Y7
        executing|REV|M10 M11 M12 M14 M21 N1 K12 K13 K15 K17 T3 Y7 Y8 Y9 Y14
        executing|WRK|T1 T2 T4 T5 T6 T7 T9 T12
        executing|LAB|T1 T3 T5 T6 T7 T9 T17
        executing|FIN|Y5 Y6
        executing|PAY|Y11 Y12 Y13
        marketEval|ENT|E3 E4 E8 Y2
        marketEval|BID|E3 E4 E8 Y3
        marketEval|CASE|E6 E7 E8 Y4 Y5 Y7
        marketEval|REV|E8 Y7 Y8 Y9
        marketEval|BUY|E3 E4
        marketEval|FIN|Y5 Y6
        marketEval|PAY|Y11 Y12 Y13
        settling|ENT|Y2
        settling|BID|Y3 Y16
        settling|CASE|Y4 Y5 Y7 Y14 Y16 Y17 E13 C28
        settling|REV|Y7 Y8 Y9 Y14 Y16 Y17
        settling|SUP|Y19
        settling|FIN|Y5 Y6 Y14 Y19
        settling|PAY|Y11 Y12 Y13 Y18
        concluded|ENT|E3
        concluded|BID|E3
        concluded|CASE|C29 E13 Y17
        concluded|REV|Y17
        concluded|PAY|Y18
        postReviewed|BID|Y3
        postReviewed|CASE|Y4 Y5 Y7 Y17
        postReviewed|REV|Y7 Y8 Y9 Y17
        postReviewed|SUP|Y19
        postReviewed|FIN|Y6 Y19
        postReviewed|PAY|Y11 Y12 Y13 Y18
        """

    private static let parties: [String: Set<Capacity>] = [
        "ENT": [.enterprise, .enterpriseSignatory], "BID": [.bidder, .bidderSignatory],
        "CASE": [.caseOfficer, .opener], "REV": [.reviewer, .opener],
        "SUP": [.supervisor, .opener],
        "ARG": [.argumentExpert, .argumentChair], "EXP": [.panelExpert], "CHAIR": [.panelChair],
        "WRK": [.workshop], "LAB": [.laboratory], "FIN": [.financeReviewer], "PAY": [.payer],
        "BUY": [.buyer],
    ]

    /// Where the table differs from the matrix, and why.
    private static let deviations: [String: String] = [
        "arguing SUP P5": "P15/order is P5's order for a seat of the argument",
        "proposed CASE N1": "C20 publishes the result's notice itself",
        "executing LAB T3": "the laboratory drafts under T1; T3 signs for the silent one",
    ]

    static let entries: [Entry] = matrix.split(separator: "\n").flatMap { line -> [Entry] in
        let cells = line.split(separator: "|").map(String.init)
        guard cells.count == 3, let state = ChallengeState(rawValue: cells[0]) else { return [] }
        return cells[2].split(separator: " ").map {
            Entry(state: state, party: cells[1], rule: String($0))
        }
    }

    private static func mayRun(_ row: Transition, in state: ChallengeState) -> Bool {
        if row.machine == .challenge, !row.from.contains(state.rawValue) { return false }
        return row.phases?.contains(state) ?? true
    }

    @Test("What the matrix lets a role start, the table lets it start")
    func matrixHolds() {
        #expect(Self.entries.count == 269)
        var missing: [String] = []
        for entry in Self.entries {
            let capacities = Self.parties[entry.party] ?? []
            let holds = TransitionTable.standard.rows.contains {
                $0.id == entry.rule && Self.mayRun($0, in: entry.state)
                    && !($0.authority?.capacities ?? []).isDisjoint(with: capacities)
            }
            if holds == (Self.deviations[entry.description] != nil) {
                missing.append(entry.description)
            }
        }
        #expect(missing == [])
    }

    /// What the matrix leaves out because it may start in any state, or because anyone in the case
    /// may start it.
    private static let unbound: Set<String> = ["G11", "G12", "C13", "C30", "P5", "P15"]

    /// Cells that the table has and the matrix has not, and why.
    private static let additions: [String: String] = [
        "CASE C8": "for a dissolved or silent enterprise, CASE→REV",
        "REV C8": "for a dissolved or silent enterprise, CASE→REV",
        "ENT C1": "C1/revise: the draft is written on before it is submitted",
        "BID B2": "bidding runs on while a cancellation from the open call is pending",
        "CHAIR P12b": "the chair notes the flags", "EXP P3": "a replacement declares (P7)",
        "CASE C20": "prepared by CASE, published by REV", "CASE C15": "C15/relaunch",
    ]

    @Test("Up to the award nobody may start what the matrix does not let it start")
    func nothingBesides() {
        let named = Set(Self.entries.map(\.description))
        var besides: Set<String> = []
        for row in TransitionTable.standard.rows
        where "CBQP".contains(row.id.prefix(1)) && !Self.unbound.contains(row.id)
            && row.whenBroken == nil && !(row.creates && row.machine == .challenge)
        {
            let capacities = (row.authority?.capacities ?? []).subtracting([.opener])
            for state in ChallengeState.allCases where Self.mayRun(row, in: state) {
                for (party, own) in Self.parties where !own.isDisjoint(with: capacities) {
                    let entry = Entry(state: state, party: party, rule: row.id)
                    if Self.additions["\(party) \(row.id)"] == nil {
                        besides.insert(entry.description)
                    }
                }
            }
        }
        #expect(besides.subtracting(named).sorted() == [])
    }
}
