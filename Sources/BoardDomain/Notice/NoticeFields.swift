extension F {
    /// The object that a notice, an objection or a remedy is about.
    package static let object = Field<ObjectReference>("object")
}

extension Notice {
    package static let kind = Field<NoticeKind>("kind")
    /// What is made public: the result, with the winner and the amount where there is one.
    package static let text = Field<String>("text")
    package static let reasons = Field<String>("reasons", .text(4000))
    /// Where and how an objection is raised.
    package static let channel = Field<String>("channel", .text(400))
    /// The bids that a result or a lane's result names, as they were ranked (C20).
    package static let winners = Field<[String]>("winners", .list(.text(20)))
    package static let start = Field<Day>("start")
    package static let end = Field<Instant>("end")
    package static let calendarVersion = Field<String>("calendar", .text(100))
    package static let isProvisional = Field<Bool>("provisional")
    package static let workdays = Field<Int>("workdays")
    package static let counting = Field<Counting>("counting")
    /// What suspended or superseded it.
    package static let cause = Field<ObjectReference>("by")
    package static let oldEnd = Field<Instant>("oldEnd")
    package static let changed = Field<[NoticeChange]>("changed")

    /// What every row that publishes a notice asks for (N1, C20, C13, K12, Y7, X6).
    package static let contentFields: [FieldUse] = [
        .required(text), .required(reasons), .required(channel),
    ]
}

extension Counting: ChoiceValue {}

/// What a correction changes; only the wording leaves the period as it is (N6).
package enum NoticeChange: String, ChoiceValue { case winner, amount, reason, wording }

extension RefusalCode {
    package static let noticeKind = RefusalCode("noticeKind")
    package static let noticeObject = RefusalCode("noticeObject")
    package static let noticeStands = RefusalCode("noticeStands")
    package static let noticeChangeMissing = RefusalCode("noticeChangeMissing")
    package static let noticeProvisional = RefusalCode("noticeProvisional")
    package static let stillSuspended = RefusalCode("stillSuspended")
    package static let notConcerned = RefusalCode("notConcerned")
}
