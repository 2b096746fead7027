package import BoardDomain
package import BoardResources

/// Something on paper, as a value: what it says and in which parts, not how it looks.
///
/// All text in it is as people typed it; whoever writes it out makes it harmless.
package struct PrintDocument: Hashable, Sendable {
    package let kind: PrintKind
    package let language: Language
    package let title: String
    /// Each begins on a new page.
    package let sheets: [Sheet]
    package let origin: PrintOrigin
    /// What stands at the foot of every page, so that paper can be proved against the log.
    package let foot: [String]

    package struct Sheet: Hashable, Sendable {
        package let title: String
        package var subtitle = ""
        package let blocks: [Block]
    }

    package enum Block: Hashable, Sendable {
        case heading(String)
        case paragraph(String)
        /// What a reader has to know before all else: a draft, superseded, a sample.
        case warning(String)
        case particulars([Particular])
        case table(Table)
        case signatures([Place])
        /// Who issues it and when, at the right.
        case closing([String])
    }

    package struct Particular: Hashable, Sendable {
        package let label: String
        package let value: String
    }

    package struct Table: Hashable, Sendable {
        package let columns: [Column]
        package var rows: [Row] = []
    }

    package struct Column: Hashable, Sendable {
        package let title: String
        /// Figures stand at the right.
        package var isFigure = false
        /// Its share of the width, against the other columns'.
        package var weight = 1
    }

    package struct Row: Hashable, Sendable {
        package let cells: [String]
        /// A line under the cells, over the whole width: a hash.
        package var proof = ""
    }

    /// A place for a signature: whose it is, who has signed there, or nothing yet.
    package struct Place: Hashable, Sendable {
        package let party: String
        package let lines: [String]
    }
}

/// Where a print comes from: the board, the case and the log's head.
package struct PrintOrigin: Hashable, Sendable {
    /// The board's UUID.
    package let board: String
    package let boardName: String
    package let caseID: String
    /// The log's head when the print was made: nothing after it is in the print.
    package let position: Int64
    package let hash: Digest
    package let policy: String
    package let printedAt: Instant
}
