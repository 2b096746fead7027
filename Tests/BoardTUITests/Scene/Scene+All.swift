import TerminalKit

@testable import BoardTUI

extension Scene {
    /// Every screen of the program, and every leaf of those that have leaves.
    static let all: [Scene] = places + leaves + acts + forms + overlays

    private static let places = [
        Scene("inbox", as: "xu-zhengyang", []),
        Scene("board", as: "ding-ruoyu", [.go(.board)]),
        Scene(
            "board-lane", as: nil,
            [.press(.escape), .go(.board), .press(.tab), .press(.tab), .press(.tab)]),
        Scene("board-search", as: "ding-ruoyu", [.go(.board), .key("/"), .type("轴承")]),
        Scene("board-facets", as: "ding-ruoyu", [.go(.board), .key("f")]),
        Scene("dashboard", as: "song-weiyi", [.go(.dashboard)]),
        Scene("directory", as: "lu-guanping", [.go(.directory)]),
        Scene("audit", as: "hong-jianqing", [.go(.audit)]),
        Scene("audit-check", as: "hong-jianqing", [.go(.audit), .key("v")], onOwnCopy: true),
        Scene(
            "audit-reads", as: "hong-jianqing",
            [.go(.audit), .press(.tab), .press(.tab), .press(.tab)], onOwnCopy: true),
        Scene("event", as: "hong-jianqing", [.screen { EventScreen(at: 6000) }]),
        Scene("begin", as: "guo-anlan", [.key("n")]),
        Scene("opener-key", as: "guo-anlan", [.screen { KeyScreen() }]),
        Scene("demand-list", as: "guo-anlan", [.screen { DemandListScreen() }]),
    ]

    /// A case from the argument to the payouts.
    private static let leaves =
        CaseTab.allCases.filter { ![.file, .waiting].contains($0) }.map { tab in
            let stream =
                switch tab {
                case .argument: "XC-2026-0026"
                case .questions: "XC-2026-0020"
                case .panel, .bids: "XC-2026-0011"
                case .notices: "XC-2026-0013"
                case .verification: "XC-2025-0014"
                case .evaluation: "XC-2024-0004"
                default: "XC-2025-0007"
                }
            return Scene(
                "case-" + tab.rawValue, as: "guo-anlan", [.file(stream, tab)])
        } + [
            Scene(
                "case-waiting", as: "li-wanqing",
                [
                    .work("challenge", "XC-2026-0016", toward: "publish-result"), .key("a"),
                    .press(.tab), .type("县科技局监督室"), .press(.character("s"), .control),
                    .press(.enter),
                    .file("XC-2026-0016", .waiting),
                ], onOwnCopy: true),
            Scene("case-chart", as: "guo-anlan", [.file("XC-2025-0007", .contract), .key("v")]),
            Scene(
                "file-organisation", as: "lu-guanping",
                [.file("organisation/91330624MAC7K2QX5J", .file)]),
        ]

    private static let acts = [
        Scene(
            "approve-milestone", as: "xu-zhengyang",
            [.work("milestone/1.1", "XC-2026-0002", toward: "approve")]),
        Scene(
            "approve-confirm", as: "xu-zhengyang",
            [.work("milestone/1.1", "XC-2026-0002", toward: "approve"), .key("a")]),
        Scene(
            "approve-all", as: "xu-zhengyang",
            [.work("milestone/1.1", "XC-2026-0002", toward: "approve"), .key("m")]),
        Scene(
            "publish", as: "xu-zhengyang",
            [.work("challenge", "XC-2026-0014-R2", toward: "publish")]),
        Scene(
            "notice", as: "li-wanqing",
            [.work("challenge", "XC-2026-0016", toward: "publish-result")]),
        Scene(
            "contract", as: "fan-zhiqiu", [.work("contract/2", "XC-2026-0010", toward: "agree")]),
        Scene(
            "payout-order", as: "ma-suqin", [.work("payout/5", "XC-2025-0007", toward: "order")]),
        Scene(
            "payout-confirm", as: "ma-suqin",
            [.work("payout/5", "XC-2025-0007", toward: "order"), .key("a")]),
        Scene(
            "objection", as: "song-weiyi",
            [.work("objection/1", "XC-2026-0013", toward: "decide-objection")]),
        Scene(
            "opening", as: "tian-shouzheng",
            [.work("challenge", "XC-2026-0018", toward: "attend-opening")]),
        Scene("bid", as: "luo-changhe", [.work("bid/DQS3", "XC-2026-0020", toward: "reconfirm")]),
        Scene(
            "verify", as: "dong-jiaxiang",
            [.work("verification/1.2.1", "XC-2025-0010", toward: "report")]),
        Scene(
            "evaluate", as: "guo-anlan",
            [.work("evaluation/1", "XC-2023-0002", toward: "recheck-market")]),
        Scene(
            "evidence", as: "guo-anlan",
            [.work("evidence/1", "XC-2024-0004", toward: "check-evidence")]),
        Scene(
            "score", as: "ji-ranzhi", [.work("sheet/1.1.2", "XC-2026-0011", toward: "lock")]),
        Scene(
            "argue", as: "bei-chengye",
            [.work("argumentSeat/1", "XC-2026-0026", toward: "declare")]),
    ]

    private static let forms = [
        Scene(
            "form-notice", as: "li-wanqing",
            [.work("challenge", "XC-2026-0016", toward: "publish-result"), .key("a")]),
        Scene(
            "form-contract", as: "zhu-yifei",
            [.work("contract/2", "XC-2026-0010", toward: "set-text"), .press(.enter)]),
        Scene(
            "form-conditions", as: "zhu-yifei",
            [
                .work("contract/2", "XC-2026-0010", toward: "set-text"), .press(.enter),
                .press(.function(4)),
            ]),
        Scene(
            "post-preview", as: "cao-lixin",
            [.work("challenge", "XC-2026-0024", toward: "submit")]
                + Array(repeating: .press(.function(8)), count: 9)),
        Scene("post", as: "cao-lixin", [.work("challenge", "XC-2026-0024", toward: "submit")]),
        Scene(
            "form-report", as: "dong-jiaxiang",
            [.work("verification/1.2.1", "XC-2025-0010", toward: "report"), .press(.enter)]),
        Scene(
            "form-milestone", as: "jiang-linfeng",
            [.work("milestone/1.1", "XC-2026-0003", toward: "submit"), .press(.enter)]),
        Scene(
            "form-reason", as: "xu-zhengyang",
            [.work("milestone/1.1", "XC-2026-0002", toward: "approve"), .key("r")]),
        Scene(
            "form-evidence", as: "guo-anlan",
            [.work("evidence/1", "XC-2024-0004", toward: "check-evidence"), .press(.enter)]),
    ]

    private static let overlays = [
        Scene("help", as: "xu-zhengyang", [.key("?")]),
        Scene("palette", as: "xu-zhengyang", [.key(":")]),
        Scene("persons", as: "xu-zhengyang", [.key("P")]),
    ]
}
