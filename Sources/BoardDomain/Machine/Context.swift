/// What a decision needs from outside: nothing in the domain asks a clock, a file or chance.
package struct Context: Sendable {
    package let now: Instant
    package let policy: Policy
    package let calendar: WorkdayCalendar
    package let digest: DigestFunction
    /// The hash of the log's last row before this decision; CallClosed captures it (C14).
    package let head: Digest
    package let bidNumbers: BidNumbering

    package init(
        now: Instant, policy: Policy, calendar: WorkdayCalendar, digest: DigestFunction,
        head: Digest, bidNumbers: BidNumbering
    ) {
        self.now = now
        self.policy = policy
        self.calendar = calendar
        self.digest = digest
        self.head = head
        self.bidNumbers = bidNumbers
    }

    /// The same surroundings at another instant.
    package func at(_ instant: Instant) -> Context {
        Context(
            now: instant, policy: policy, calendar: calendar, digest: digest, head: head,
            bidNumbers: bidNumbers)
    }
}
