import BoardDomain

/// A column of a demand list, known by the names that bureaus give it.
package enum DemandColumn: String, CaseIterable, Sendable {
    case number, title, enterprise, code, chain, topicClass, background, indicators, readiness
    case investment, countyShare, until, cooperation, contact, phone

    /// Names as headings have them, without what stands in brackets; the first is shown in reports.
    var names: [String] {
        switch self {
        case .number: ["序号", "编号", "项目序号", "需求编号"]
        case .title: ["需求名称", "技术需求名称", "榜题名称", "项目名称", "需求题目", "题目", "榜题"]
        case .enterprise:
            ["需求单位", "需求单位名称", "企业名称", "单位名称", "申报单位", "出题企业", "需求企业", "出题单位"]
        case .code: ["统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码"]
        case .chain: ["所属产业链", "产业链", "所属产业", "产业领域", "所属领域"]
        case .topicClass: ["需求类别", "需求类型", "榜题类别", "榜题类型", "类别"]
        case .background:
            ["需求背景与技术难题描述", "需求背景", "技术难题描述", "技术难题", "需求描述", "背景", "需求背景及技术难题描述"]
        case .indicators: ["主要技术指标", "技术指标", "考核指标", "预期指标", "主要指标", "指标"]
        case .readiness: ["现有基础", "技术成熟度", "现有技术成熟度", "成熟度", "TRL"]
        case .investment: ["拟投入资金", "投入资金", "拟投入", "总投入", "项目预算", "预算", "榜额", "榜单金额"]
        case .countyShare: ["其中申请县级资助", "申请县级资助", "县级资助", "其中县级资助", "申请县级补助"]
        case .until: ["完成时限", "完成时间", "完成期限", "期望完成时间"]
        case .cooperation: ["合作方式", "合作模式", "拟合作方式"]
        case .contact: ["联系人", "联系人姓名", "企业联系人"]
        case .phone: ["联系电话", "电话", "联系方式", "手机", "手机号码"]
        }
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { column in
            column.names.map { (normalised($0), column) }
        })

    /// The column of a heading such as `拟投入资金（万元）`; nil for a heading of another meaning.
    init?(heading: String) {
        guard let column = Self.byName[Self.normalised(heading)] else { return nil }
        self = column
    }

    /// Without white space, brackets and what stands in them, punctuation and case.
    private static func normalised(_ heading: String) -> String {
        var scalars = String.UnicodeScalarView()
        var depth = 0
        for scalar in Width.narrow(heading).unicodeScalars {
            switch scalar {
            case "(", "[", "【": depth += 1
            case ")", "]", "】": depth = max(0, depth - 1)
            case _ where depth > 0 || scalar.properties.isWhitespace: break
            case ":", ",", "*", "、", "/", "-": break
            default: scalars.append(scalar)
            }
        }
        return String(scalars).lowercased()
    }

    /// The unit that a heading names in brackets.
    static func unit(heading: String) -> MoneyUnit? {
        let narrow = Width.narrow(heading)
        return MoneyUnit.allCases.first { unit in
            narrow.contains("(\(unit.rawValue))") || narrow.contains("(单位:\(unit.rawValue))")
        }
    }
}
