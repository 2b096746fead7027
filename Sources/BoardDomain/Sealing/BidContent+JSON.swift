extension BidContent {
    private static let format = "jiebang-bid/1"

    /// The bytes that are committed to and sealed: RFC 8785, strings, integers and booleans only.
    package var canonical: [UInt8] { json.canonical }

    /// Reads what came out of a seal: refuses other bytes than the canonical ones, members it does
    /// not know, and content that fails `check()`.
    package init(canonical bytes: [UInt8]) throws(BidContentFault) {
        let json: JSON
        do { json = try JSONReader.read(bytes) } catch { throw .syntax(error) }
        try self.init(json: json)
        guard bytes == json.canonical else { throw .notCanonical }
    }

    package var json: JSON {
        [
            "amount": .integer(amountFen),
            "approach": .string(approach),
            "attachments": .array(attachments.map(\.json)),
            "consortium": .array(consortium.map(\.json)),
            "contact": contact.json,
            "countyShare": .integer(countyShareFen),
            "format": .string(Self.format),
            "milestonesProposed": .array(milestonesProposed.map(\.json)),
            "periodMonths": .integer(periodMonths),
            "readinessNow": .integer(readinessNow),
            "responses": .array(responses.map(\.json)),
            "team": .array(team.map(\.json)),
            "tradeSecret": .boolean(tradeSecret),
        ]
    }

    /// Reads a content as a person or a program wrote it, and checks it.
    package init(json: JSON) throws(BidContentFault) {
        let members = try Members(
            json, at: "",
            names: [
                "amount", "approach", "attachments", "consortium", "contact", "countyShare",
                "format", "milestonesProposed", "periodMonths", "readinessNow", "responses",
                "team", "tradeSecret",
            ])
        let format = try members.text("format")
        guard format == Self.format else { throw .unknownFormat(format) }
        amountFen = try members.integer("amount")
        countyShareFen = try members.integer("countyShare")
        periodMonths = try members.integer("periodMonths")
        approach = try members.text("approach")
        responses = try members.list("responses", Response.init)
        consortium = try members.list("consortium", Member.init)
        team = try members.list("team", Person.init)
        readinessNow = try members.integer("readinessNow")
        milestonesProposed = try members.list("milestonesProposed", Milestone.init)
        attachments = try members.list("attachments", Attachment.init)
        tradeSecret = try members.flag("tradeSecret")
        contact = try Contact(try members.member("contact"), at: "contact")
        try check()
    }
}

extension BidContent.Response {
    var json: JSON {
        ["indicator": .integer(indicator), "note": .string(note), "promised": .string(promised)]
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let members = try BidContent.Members(
            json, at: path, names: ["indicator", "note", "promised"])
        indicator = try members.integer("indicator")
        promised = try members.text("promised")
        note = try members.text("note")
    }
}

extension BidContent.Member {
    var json: JSON {
        [
            "basisPoints": .integer(basisPoints), "creditCode": .string(creditCode),
            "name": .string(name),
        ]
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let members = try BidContent.Members(
            json, at: path, names: ["basisPoints", "creditCode", "name"])
        creditCode = try members.text("creditCode")
        name = try members.text("name")
        basisPoints = try members.integer("basisPoints")
    }
}

extension BidContent.Person {
    var json: JSON {
        ["name": .string(name), "organisation": .string(organisation), "role": .string(role)]
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let members = try BidContent.Members(
            json, at: path, names: ["name", "organisation", "role"])
        name = try members.text("name")
        role = try members.text("role")
        organisation = try members.text("organisation")
    }
}

extension BidContent.Milestone {
    var json: JSON {
        [
            "basisPoints": .integer(basisPoints), "months": .integer(months),
            "title": .string(title),
        ]
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let members = try BidContent.Members(
            json, at: path, names: ["basisPoints", "months", "title"])
        title = try members.text("title")
        months = try members.integer("months")
        basisPoints = try members.integer("basisPoints")
    }
}

extension BidContent.Attachment {
    var json: JSON {
        [
            "cipherSHA256": .string(cipherDigest.text), "mediaType": .string(mediaType),
            "name": .string(name.text), "plainSHA256": .string(plainDigest.text),
            "size": .integer(size),
        ]
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let members = try BidContent.Members(
            json, at: path, names: ["cipherSHA256", "mediaType", "name", "plainSHA256", "size"])
        guard let name = DocumentName(try members.text("name")) else {
            throw .badText("\(path).name")
        }
        self.name = name
        mediaType = try members.text("mediaType")
        size = try members.integer("size")
        plainDigest = try members.digest("plainSHA256")
        cipherDigest = try members.digest("cipherSHA256")
    }
}

extension BidContent.Contact {
    var json: JSON {
        switch reach {
        case .written(let phone, let email):
            ["email": .string(email), "name": .string(name), "phone": .string(phone)]
        case .committed(let digest): ["digest": digest.json, "name": .string(name)]
        case .withheld: ["name": .string(name), "withheld": true]
        }
    }

    init(_ json: JSON, at path: String) throws(BidContentFault) {
        let given = json.object ?? [:]
        if given["digest"] != nil {
            let members = try BidContent.Members(json, at: path, names: ["digest", "name"])
            name = try members.text("name")
            reach = .committed(try members.digest("digest"))
        } else if given["withheld"] == true {
            let members = try BidContent.Members(json, at: path, names: ["name", "withheld"])
            name = try members.text("name")
            reach = .withheld
        } else {
            let members = try BidContent.Members(json, at: path, names: ["email", "name", "phone"])
            name = try members.text("name")
            reach = .written(phone: try members.text("phone"), email: try members.text("email"))
        }
    }
}
