import BoardDomain

/// The indicators of a challenge or a contract as a table: what is to be reached, and how that is
/// measured.
struct IndicatorTable {
    private let wording: PrintWording

    init(_ wording: PrintWording) { self.wording = wording }

    func table(_ indicators: [Indicator]) -> PrintDocument.Table {
        PrintDocument.Table(
            columns: [
                .init(title: wording.text("number"), isFigure: true),
                .init(title: wording.text("indicator"), weight: 4),
                .init(title: wording.text("target"), weight: 4),
                .init(title: wording.text("method"), weight: 4),
                .init(title: wording.text("kind"), weight: 2),
            ],
            rows: indicators.map { indicator in
                .init(cells: [
                    String(indicator.number), indicator.name,
                    wording.target(
                        indicator.comparator, indicator.target, indicator.upper,
                        unit: indicator.unit),
                    indicator.method.isEmpty ? "–" : indicator.method,
                    wording.text(indicator.isMust ? "must" : "desirable"),
                ])
            })
    }
}
