import BoardDomain
package import BoardEventLog

extension BoardEventLog.AsOf {
    /// A position of the log, an instant, or a day, which stands for its end; nil for anything else.
    package init?(typed text: String) {
        let typed = Width.trimmed(Width.narrow(text))
        if let position = Int64(typed), position >= 0 {
            self = .position(position)
        } else if let instant = FieldReader.day(typed)?.end ?? Instant(text: typed) {
            // An instant may be written as a day as well, and then means its start.
            self = .recorded(by: instant)
        } else {
            return nil
        }
    }
}
