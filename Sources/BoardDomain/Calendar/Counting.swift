/// Whether a period of working days counts the day on which it starts (`notice.counting`).
package enum Counting: String, CaseIterable, Sendable {
    /// 民法典: 开始当日不计入.
    case excluded
    /// Seen in practice; a start on a day off counts from the first workday after it.
    case included
}
