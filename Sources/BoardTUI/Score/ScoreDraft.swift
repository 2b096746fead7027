import BoardDomain
import TerminalKit

/// An expert's points and comments while they are typed: kept in his own draft until they are locked.
struct ScoreDraft: Hashable, Sendable {
    struct Place: Hashable, Sendable {
        let bid: String
        let criterion: String
    }

    struct Entry: Hashable, Sendable {
        /// As typed: digits.
        var points = ""
        var comment = TextEditor(.body, limit: 2000)
    }

    /// What somebody types who means a number; of these only digits make whole points.
    static let signs = Set("0123456789-.,".unicodeScalars)

    /// Longer than any number of points.
    static let mostOfPoints = 5

    private(set) var entries: [Place: Entry] = [:]

    subscript(place: Place) -> Entry {
        get { entries[place] ?? Entry() }
        set { entries[place] = newValue }
    }

    init() {}

    /// As they are locked.
    init(_ scores: [SheetScore]) {
        for score in scores {
            var entry = Entry(points: String(score.points))
            entry.comment.set(score.comment)
            entries[Place(bid: score.bid, criterion: score.criterion)] = entry
        }
    }

    /// Puts back what a draft holds.
    init(_ draft: JSON) {
        for row in draft["scores"]?.array ?? [] {
            guard let bid = row["bid"]?.string, let criterion = row["criterion"]?.string else {
                continue
            }
            var entry = Entry(points: row["points"]?.string ?? "")
            entry.comment.set(row["comment"]?.string ?? "")
            entries[Place(bid: bid, criterion: criterion)] = entry
        }
    }

    var json: JSON {
        let rows = entries.sorted {
            ($0.key.bid, $0.key.criterion) < ($1.key.bid, $1.key.criterion)
        }.map { place, entry -> JSON in
            [
                "bid": .string(place.bid), "criterion": .string(place.criterion),
                "points": .string(entry.points), "comment": .string(entry.comment.text.string),
            ]
        }
        return ["scores": .array(rows)]
    }

    /// Whose points are a number, in the order of bids and rubric.
    func scores(_ bids: [String], _ rubric: [Criterion]) -> [SheetScore] {
        bids.flatMap { bid in
            rubric.compactMap { line in
                score(Place(bid: bid, criterion: line.code))
            }
        }
    }

    func score(_ place: Place) -> SheetScore? {
        let entry = self[place]
        // `-3` and `+3` are no points, though they are numbers.
        guard entry.points.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(entry.points).map {
            SheetScore(
                bid: place.bid, criterion: place.criterion, points: $0,
                comment: entry.comment.text.string)
        }
    }
}
