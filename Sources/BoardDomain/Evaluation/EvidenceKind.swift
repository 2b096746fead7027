/// What an item of evidence shows.
package enum EvidenceKind: String, ChoiceValue {
    /// 订单 · 发票/销售 · 首台套 · 复购 · 下游采用 · 用户评价 · 许可收入 · 节本增效
    case order, invoice, firstSet, repeatPurchase, adoption, rating, licence, saving

    /// A customer's promise to buy: money to come.
    var isOrder: Bool { [.order, .firstSet, .repeatPurchase].contains(self) }
    /// Money that came in.
    var isIncome: Bool { [.invoice, .licence].contains(self) }
    /// Somebody took it up for the first time, or came again.
    var isEndorsement: Bool { [.firstSet, .repeatPurchase, .adoption].contains(self) }
}

/// How a market evaluation ends.
package enum MarketGrade: String, ChoiceValue {
    /// 优秀 · 良好 · 合格 · 不合格 · 证据不足
    case excellent, good, qualified, unqualified, insufficient
}

/// Numbers of documents that stand for one thing on the whole board (I24).
package enum DocumentNumber {
    /// `invoice:033002300111-12345678`: width, case and blanks of the number make no difference.
    package static func key(kind: String, number: String) -> String {
        kind + ":" + normal(number)
    }

    /// The number as it is kept and compared.
    package static func normal(_ number: String) -> String {
        Width.narrow(number).uppercased().filter { !$0.isWhitespace }
    }
}
