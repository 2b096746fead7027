/// How far a rebuild has come.
package struct RebuildProgress: Sendable, Equatable {
    /// Events between two reports.
    static let step: Int64 = 4096

    /// The last event that was taken.
    package let position: Int64
    /// The end of the log when this was reported.
    package let last: Int64

    package init(position: Int64, last: Int64) {
        self.position = position
        self.last = last
    }
}
