// Tickets, cadence, people and the calendar (S1–S14, A1–A8, G1–G15).

extension PolicyKey where Value == Int {
    /// Workdays to triage a ticket.
    package static var ticketTriageWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.triageWorkdays", .workdays)
    }
    /// Workdays to give a first answer.
    package static var ticketAnswerWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.answerWorkdays", .workdays)
    }
    /// Workdays to resolve a ticket.
    package static var ticketResolveWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.resolveWorkdays", .workdays)
    }
    /// Workdays between levels of escalation.
    package static var ticketEscalateWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.escalateWorkdays", .workdays)
    }
    /// Workdays for which a ticket waits for its enterprise.
    package static var ticketWaitWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.waitWorkdays", .workdays)
    }
    /// Workdays of silence after which a resolved ticket closes unconfirmed.
    package static var ticketSilenceWorkdays: PolicyKey<Int> {
        PolicyKey("ticket.silenceWorkdays", .workdays)
    }
    /// Calendar days in which a closed ticket may be reopened.
    package static var ticketReopenDays: PolicyKey<Int> {
        PolicyKey("ticket.reopenDays", .days)
    }
    /// Workdays of grace after a cadence period.
    package static var cadenceGraceWorkdays: PolicyKey<Int> {
        PolicyKey("cadence.graceWorkdays", .workdays)
    }
    /// Calendar days for which an invitation stands.
    package static var personInviteDays: PolicyKey<Int> {
        PolicyKey("person.inviteDays", .days)
    }
    /// Calendar days before an appointment ends.
    package static var handoverNoticeDays: PolicyKey<Int> {
        PolicyKey("handover.noticeDays", .days)
    }
    /// Workdays to answer a hand-over.
    package static var handoverAnswerWorkdays: PolicyKey<Int> {
        PolicyKey("handover.answerWorkdays", .workdays)
    }
    /// Month from which next year's calendar is overdue.
    package static var calendarOverdueMonth: PolicyKey<Int> {
        PolicyKey("calendar.overdueMonth", .monthOfYear, 1...12)
    }
}
