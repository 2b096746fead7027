extension BidContent {
    /// The members of one object of the content, read by name with the path kept for faults.
    struct Members {
        private let members: [String: JSON]
        private let path: String

        /// Refuses a member that is not among `names`: what is not understood is not accepted.
        init(_ json: JSON, at path: String, names: Set<String>) throws(BidContentFault) {
            guard let members = json.object else { throw .wrongKind(path) }
            self.members = members
            self.path = path
            if let unknown = members.keys.filter({ !names.contains($0) }).min() {
                throw .unknown(place(unknown))
            }
        }

        private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

        func member(_ name: String) throws(BidContentFault) -> JSON {
            guard let value = members[name] else { throw .missing(place(name)) }
            return value
        }

        func text(_ name: String) throws(BidContentFault) -> String {
            guard let text = try member(name).string else { throw .wrongKind(place(name)) }
            return text
        }

        func integer(_ name: String) throws(BidContentFault) -> Int64 {
            guard let value = try member(name).integer else { throw .wrongKind(place(name)) }
            return value
        }

        func flag(_ name: String) throws(BidContentFault) -> Bool {
            guard let value = try member(name).boolean else { throw .wrongKind(place(name)) }
            return value
        }

        /// Only the form that is written: lower-case hexadecimal.
        func digest(_ name: String) throws(BidContentFault) -> Digest {
            let text = try text(name)
            guard let digest = Digest(text: text), digest.text == text else {
                throw .badText(place(name))
            }
            return digest
        }

        func list<Item>(
            _ name: String, _ read: (JSON, String) throws(BidContentFault) -> Item
        ) throws(BidContentFault) -> [Item] {
            guard let values = try member(name).array else { throw .wrongKind(place(name)) }
            var items: [Item] = []
            for (index, value) in values.enumerated() {
                items.append(try read(value, "\(place(name))[\(index)]"))
            }
            return items
        }
    }
}
