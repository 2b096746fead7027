// The call: posing, assistance, publication, terms and clarification (C1–C15, Q1–Q9).

extension PolicyKey where Value == Int {
    /// Shortest call, from publication to deadline.
    package static var callMinDays: PolicyKey<Int> {
        PolicyKey("call.minDays", .days)
    }
    /// Hour of the deadline at +08:00.
    package static var deadlineHour: PolicyKey<Int> {
        PolicyKey("deadline.hour", .hourOfDay, 0...23)
    }
    /// Days before the deadline within which an amendment must move it.
    package static var amendMinDaysBeforeDeadline: PolicyKey<Int> {
        PolicyKey("amend.minDaysBeforeDeadline", .days)
    }
    /// Workdays to accept a submitted challenge.
    package static var assistAcceptWorkdays: PolicyKey<Int> {
        PolicyKey("assist.acceptWorkdays", .workdays)
    }
    /// Calendar days to assist and send to argument.
    package static var assistDays: PolicyKey<Int> {
        PolicyKey("assist.days", .days)
    }
    /// Calendar days for which a returned challenge waits for its enterprise.
    package static var returnedMaxDays: PolicyKey<Int> {
        PolicyKey("returned.maxDays", .days)
    }
    /// Times a challenge may be returned.
    package static var returnedMaxTimes: PolicyKey<Int> {
        PolicyKey("returned.maxTimes", .count, 1...100)
    }
    /// Workdays to vote on the need.
    package static var argueWorkdays: PolicyKey<Int> {
        PolicyKey("argue.workdays", .workdays)
    }
    /// Experts of an argument, at least.
    package static var argueMinExperts: PolicyKey<Int> {
        PolicyKey("argue.minExperts", .count, 1...100)
    }
    /// Months for which an argument still serves a relaunch.
    package static var relaunchMaxMonths: PolicyKey<Int> {
        PolicyKey("relaunch.maxMonths", .months)
    }
    /// Days before the deadline at which questions end.
    package static var qaCloseDays: PolicyKey<Int> {
        PolicyKey("qa.closeDays", .days)
    }
    /// Workdays to answer a question.
    package static var qaAnswerWorkdays: PolicyKey<Int> {
        PolicyKey("qa.answerWorkdays", .workdays)
    }
    /// Workdays for a second person to confirm or send back.
    package static var confirmWorkdays: PolicyKey<Int> {
        PolicyKey("confirm.workdays", .workdays)
    }
}

extension PolicyKey where Value == Bool {
    /// Whether an expert of the argument may score.
    package static var argueMayScore: PolicyKey<Bool> {
        PolicyKey("argue.mayScore", .flag)
    }
}
