extension Money: FieldValue {
    package static var shape: FieldShape { .money }
    package init?(json: JSON) {
        guard let fen = json.integer else { return nil }
        self.init(fen: fen)
    }
    package var json: JSON { .integer(fen) }
}
