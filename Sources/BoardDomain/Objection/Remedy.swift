/// What a decision on an objection orders (§6, O11).
package enum Remedy: String, ChoiceValue {
    /// 维持
    case uphold
    /// 更正公示
    case correctNotice
    /// 重新评分(专家替换)
    case rescore
    /// 取消资格
    case disqualify
    /// 重新评审
    case reevaluate
    /// 撤榜
    case cancel
    /// 恢复资格
    case requalify
    /// 重测
    case retest
    /// 重新核验
    case recheck
    /// 撤销决定
    case annul
    /// 更正兑付
    case correctPayout
}
