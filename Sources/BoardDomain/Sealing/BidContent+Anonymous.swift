extension BidContent {
    /// What an expert reads: everything but who they are (§15, “申报方 N”).
    package var anonymous: JSON {
        let hidden: Set<String> = ["consortium", "team", "contact", "attachments"]
        return .object((json.object ?? [:]).filter { !hidden.contains($0.key) })
    }
}
