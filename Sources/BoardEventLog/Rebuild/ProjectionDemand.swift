/// Which projections a file must have to be opened.
package enum ProjectionDemand: Sendable {
    /// Those of this program.
    case current
    /// Any: they are about to be rebuilt, or are not asked.
    case any
    /// None: the log projects nothing, so that those of another version are in nobody's way.
    case unused
}
