import BoardDomain

/// Where a random sequence on a real board begins.
enum WalkStart: String, CaseIterable, Sendable {
    case call, qualification, notice, execution

    /// The terms are for bidders alone, so that the public must not read them (§15).
    func county() async throws -> TestCounty {
        let county = try await TestCounty()
        let terms: [String: JSON] = ["confidentiality": "bidders", "contact": "王经理 13805759999"]
        switch self {
        case .call: try await county.call(bids: 2, terms)
        case .qualification:
            try await county.call(bids: 2, terms)
            try await county.open()
        case .notice: try await county.proceedToNotice(bids: 2, terms)
        case .execution:
            try await county.proceedToAward(bids: 2, terms)
            try await county.contract()
        }
        return county
    }
}
