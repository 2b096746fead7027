import BoardDomain

/// Who there is in the tests' county. Ids are the names of the parts they play.
enum Cast {
    struct Firm {
        let code: String
        let name: String
        let kind: OrganisationKind
        let people: [(id: PersonID, roles: [Role])]
    }

    /// A valid, fictional unified code of 新昌县; `number` below 1000.
    static func code(_ number: Int) -> String {
        let text = String(number)
        let stem = "91330624MA2D" + String(repeating: "0", count: 5 - text.count) + text
        for check in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
            if let code = try? UnifiedCode(stem + String(check)) { return code.text }
        }
        preconditionFailure(stem)
    }

    static let bureau = Firm(
        code: "11330624MA288A1B5Y", name: "新昌县科学技术局", kind: .government,
        people: [
            ("case", [.caseOfficer]), ("rev", [.reviewer]), ("sup", [.supervisor]),
            ("sup2", [.supervisor]), ("sup3", [.supervisor]), ("fin", [.financeReviewer]),
            ("pay", [.payer]), ("aud", [.auditor]), ("lia", [.liaison]),
        ])
    static let enterprise = Firm(
        code: code(1), name: "新昌县鼎岳轴承有限公司", kind: .enterprise,
        people: [("ent", [.enterprise]), ("sig", [.signatory]), ("wrk", [.workshop])])
    static let bidders = ["天姥大学", "沃洲研究院", "镜岭精工"].enumerated().map { index, name in
        Firm(
            code: code(11 + index), name: name, kind: index == 0 ? .university : .institute,
            people: [
                ("bid\(index + 1)", [.bidder]), ("bidsig\(index + 1)", [.signatory]),
            ])
    }
    static let laboratory = Firm(
        code: code(21), name: "共享检测平台", kind: .laboratory,
        people: [("lab", [.laboratory])])
    static let arguers = Firm(
        code: code(31), name: "剡溪轴承学会", kind: .institute,
        people: (1...3).map { ("arg\($0)", [.argumentExpert]) })
    /// One expert an organisation, so that the quota of the draw bars nobody.
    static let experts = (1...7).map { number in
        Firm(
            code: code(40 + number), name: "第\(number)研究所", kind: .institute,
            people: [("exp\(number)", [.panelExpert])])
    }

    static let others = [enterprise] + bidders + [laboratory, arguers] + experts

    static let rubric: JSON = [
        [
            "code": "1", "name": "目标指标", "weight": 60, "maximum": 100, "aspect": "indicators",
        ],
        ["code": "2", "name": "验证基础", "weight": 40, "maximum": 100, "aspect": "readiness"],
    ]

    static let indicators: JSON = [
        [
            "number": 1, "name": "精度寿命", "comparator": "atLeast", "target": "2000", "unit": "h",
            "method": "GB/T 24607", "instrument": "寿命试验机", "must": true, "weight": 60,
        ],
        [
            "number": 2, "name": "温升", "comparator": "atMost", "target": "25", "unit": "℃",
            "method": "GB/T 32333", "instrument": "热电偶", "must": true, "weight": 40,
        ],
    ]

    /// 榜额 200 万元, 80 万元 of it the county's.
    static let terms: [String: JSON] = [
        "title": "高速轴承", "topicClass": "innovationBottleneck", "chain": "轴承",
        "background": "主轴温升过高", "indicators": indicators, "readinessNow": 4,
        "readinessTarget": 7, "deliverables": "样品与报告", "enterpriseShare": 120_000_000,
        "countyShare": 80_000_000, "mode": "single", "intellectualProperty": "归研究开发方",
        "term": "2028-06-30", "solverConditions": "具有相近学科的团队", "confidentiality": "open",
        "rubric": rubric, "rubricThreshold": 60,
    ]
}
