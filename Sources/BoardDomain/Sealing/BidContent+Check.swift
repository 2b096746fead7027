extension BidContent {
    /// Refuses what no opening could accept: run by the bidder before sealing (B3), and again on
    /// what comes out of the seal (B10).
    package func check() throws(BidContentFault) {
        try Self.within(1...Int64.max, amountFen, "amount")
        try Self.within(0...amountFen, countyShareFen, "countyShare")
        try Self.within(1...120, periodMonths, "periodMonths")
        try Self.within(1...9, readinessNow, "readinessNow")
        try Self.notBlank(approach, "approach")
        try checkResponses()
        try checkConsortium()
        try checkTeam()
        try checkMilestones()
        for (index, item) in attachments.enumerated() {
            try Self.notBlank(item.mediaType, "attachments[\(index)].mediaType")
            try Self.within(0...Int64.max, item.size, "attachments[\(index)].size")
        }
        try Self.notBlank(contact.name, "contact.name")
    }

    private func checkResponses() throws(BidContentFault) {
        var seen: Set<Int64> = []
        for (index, item) in responses.enumerated() {
            try Self.within(1...Int64.max, item.indicator, "responses[\(index)].indicator")
            try Self.notBlank(item.promised, "responses[\(index)].promised")
            guard seen.insert(item.indicator).inserted else {
                throw .twice("responses[\(index)].indicator")
            }
        }
    }

    private func checkConsortium() throws(BidContentFault) {
        var seen: Set<String> = []
        for (index, item) in consortium.enumerated() {
            try Self.notBlank(item.creditCode, "consortium[\(index)].creditCode")
            try Self.notBlank(item.name, "consortium[\(index)].name")
            guard seen.insert(item.creditCode).inserted else {
                throw .twice("consortium[\(index)].creditCode")
            }
        }
        try Self.isWhole(consortium.map(\.basisPoints), "consortium")
    }

    private func checkTeam() throws(BidContentFault) {
        guard !team.isEmpty else { throw .blank("team") }
        for (index, item) in team.enumerated() {
            try Self.notBlank(item.name, "team[\(index)].name")
            try Self.notBlank(item.role, "team[\(index)].role")
            try Self.notBlank(item.organisation, "team[\(index)].organisation")
        }
    }

    private func checkMilestones() throws(BidContentFault) {
        var previous: Int64 = 1
        for (index, item) in milestonesProposed.enumerated() {
            try Self.notBlank(item.title, "milestonesProposed[\(index)].title")
            try Self.within(1...periodMonths, item.months, "milestonesProposed[\(index)].months")
            guard item.months >= previous else {
                throw .disorder("milestonesProposed[\(index)].months")
            }
            previous = item.months
        }
        try Self.isWhole(milestonesProposed.map(\.basisPoints), "milestonesProposed")
    }

    private static func within(
        _ allowed: ClosedRange<Int64>, _ value: Int64, _ path: String
    ) throws(BidContentFault) {
        guard allowed.contains(value) else {
            throw .outOfRange(path, value: value, allowed: allowed)
        }
    }

    private static func notBlank(_ text: String, _ path: String) throws(BidContentFault) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw .blank(path)
        }
    }

    /// Each share between 1 and the whole, all of them exactly the whole.
    private static func isWhole(_ shares: [Int64], _ path: String) throws(BidContentFault) {
        var total: Int64 = 0
        for (index, share) in shares.enumerated() {
            try within(1...whole, share, "\(path)[\(index)].basisPoints")
            total += share
        }
        guard total == whole else { throw .sharesNotWhole(path, total: total) }
    }
}
