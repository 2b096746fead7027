import BoardDomain

/// The four kinds of demand that the county collects.
package enum DemandClass: String, CaseIterable, Sendable {
    case industryPain = "产业发展痛点"
    case transformationDifficulty = "企业转型难点"
    case innovationBottleneck = "技术创新卡点"
    case futureFocus = "未来布局重点"

    /// Reads the full name, or the last two characters by which people call it: 痛点, 难点, 卡点, 重点.
    init?(written: String) {
        let text = Width.trimmed(Width.narrow(written))
        guard
            let kind = Self.allCases.first(where: {
                $0.rawValue == text || $0.rawValue.suffix(2) == text
            })
        else { return nil }
        self = kind
    }
}
