/// What a bidder offers: sealed until the opening, then shown as §15 says.
package struct BidContent: Hashable, Sendable {
    /// Basis points of the whole.
    package static let whole: Int64 = 10_000

    /// The price asked, 分.
    package var amountFen: Int64
    /// The part of the price asked from the county, 分.
    package var countyShareFen: Int64
    /// Months from the contract to the delivery.
    package var periodMonths: Int64
    package var approach: String
    package var responses: [Response]
    /// The lead first; shares add up to 10,000 (I17).
    package var consortium: [Member]
    package var team: [Person]
    /// The technology readiness level reached today, 1 to 9.
    package var readinessNow: Int64
    package var milestonesProposed: [Milestone]
    /// Filled in by the sealing, which alone knows the digests.
    package var attachments: [Attachment]
    /// Whether the bidder keeps the content from the enterprise after the award (§15).
    package var tradeSecret: Bool
    package var contact: Contact

    package init(
        amountFen: Int64, countyShareFen: Int64, periodMonths: Int64, approach: String,
        responses: [Response], consortium: [Member], team: [Person], readinessNow: Int64,
        milestonesProposed: [Milestone], attachments: [Attachment] = [], tradeSecret: Bool,
        contact: Contact
    ) {
        self.amountFen = amountFen
        self.countyShareFen = countyShareFen
        self.periodMonths = periodMonths
        self.approach = approach
        self.responses = responses
        self.consortium = consortium
        self.team = team
        self.readinessNow = readinessNow
        self.milestonesProposed = milestonesProposed
        self.attachments = attachments
        self.tradeSecret = tradeSecret
        self.contact = contact
    }

    /// The value promised for one of the challenge's indicators.
    package struct Response: Hashable, Sendable {
        package var indicator: Int64
        package var promised: String
        package var note: String

        package init(indicator: Int64, promised: String, note: String) {
            self.indicator = indicator
            self.promised = promised
            self.note = note
        }
    }

    /// An organisation of the consortium, by its unified social credit code.
    package struct Member: Hashable, Sendable {
        package var creditCode: String
        package var name: String
        package var basisPoints: Int64

        package init(creditCode: String, name: String, basisPoints: Int64) {
            self.creditCode = creditCode
            self.name = name
            self.basisPoints = basisPoints
        }
    }

    /// A person of the team, for the check of conflicts of interest.
    package struct Person: Hashable, Sendable {
        package var name: String
        package var role: String
        package var organisation: String

        package init(name: String, role: String, organisation: String) {
            self.name = name
            self.role = role
            self.organisation = organisation
        }
    }

    /// A milestone as the bidder would cut the work: due so many months after the start.
    package struct Milestone: Hashable, Sendable {
        package var title: String
        package var months: Int64
        package var basisPoints: Int64

        package init(title: String, months: Int64, basisPoints: Int64) {
            self.title = title
            self.months = months
            self.basisPoints = basisPoints
        }
    }

    /// A document of the bid; the plain digest stays inside the seal, the other names the file.
    package struct Attachment: Hashable, Sendable {
        package var name: DocumentName
        package var mediaType: String
        /// Bytes of the plain document.
        package var size: Int64
        package var plainDigest: Digest
        package var cipherDigest: Digest

        package init(
            name: DocumentName, mediaType: String, size: Int64, plainDigest: Digest,
            cipherDigest: Digest
        ) {
            self.name = name
            self.mediaType = mediaType
            self.size = size
            self.plainDigest = plainDigest
            self.cipherDigest = cipherDigest
        }
    }

    /// Whom to call about the bid. How to reach that person is personal data: it is committed to by a
    /// salted digest, so that an auditor can hold an opened bid against its commitment even when the rest
    /// has been erased.
    package struct Contact: Hashable, Sendable {
        package enum Reach: Hashable, Sendable {
            /// As the bidder writes it; in no event and no projection (I22).
            case written(phone: String, email: String)
            /// The digest of a `ContactReach`.
            case committed(Digest)
            /// Of a seal that was made before there were digests of it.
            case withheld
        }

        package var name: String
        package var reach: Reach

        package init(name: String, reach: Reach) {
            self.name = name
            self.reach = reach
        }

        package init(name: String, phone: String, email: String) {
            self.init(name: name, reach: .written(phone: phone, email: email))
        }
    }
}
