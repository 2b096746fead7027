// Notices, objections, appeals and sanctions (N1–N7, O1–O13, X1–X12).

extension PolicyKey where Value == Int {
    /// Length of a notice, and of the objection window outside one.
    package static var noticeDays: PolicyKey<Int> {
        PolicyKey("notice.days", .workdays)
    }
    /// Workdays to complete an objection.
    package static var objectionCompleteWorkdays: PolicyKey<Int> {
        PolicyKey("objection.completeWorkdays", .workdays)
    }
    /// Workdays to admit an objection.
    package static var objectionAdmitWorkdays: PolicyKey<Int> {
        PolicyKey("objection.admitWorkdays", .workdays)
    }
    /// Workdays to decide an objection.
    package static var objectionDecideWorkdays: PolicyKey<Int> {
        PolicyKey("objection.decideWorkdays", .workdays)
    }
    /// Workdays to appeal a decision.
    package static var appealWorkdays: PolicyKey<Int> {
        PolicyKey("appeal.workdays", .workdays)
    }
    /// Workdays to decide an appeal.
    package static var appealDecideWorkdays: PolicyKey<Int> {
        PolicyKey("appeal.decideWorkdays", .workdays)
    }
    /// Workdays for the other side to state its defence.
    package static var defenceDays: PolicyKey<Int> {
        PolicyKey("defence.days", .workdays)
    }
    /// Workdays to serve or drop a report.
    package static var sanctionAdmitWorkdays: PolicyKey<Int> {
        PolicyKey("sanction.admitWorkdays", .workdays)
    }
    /// Workdays to decide a sanction.
    package static var sanctionDecideWorkdays: PolicyKey<Int> {
        PolicyKey("sanction.decideWorkdays", .workdays)
    }
    /// Calendar days for which a warning stands.
    package static var sanctionWarningDays: PolicyKey<Int> {
        PolicyKey("sanction.warningDays", .days)
    }
    /// Calendar days after which repair may be asked.
    package static var sanctionRepairAfterDays: PolicyKey<Int> {
        PolicyKey("sanction.repairAfterDays", .days)
    }
    /// Workdays to decide a repair.
    package static var sanctionRepairWorkdays: PolicyKey<Int> {
        PolicyKey("sanction.repairWorkdays", .workdays)
    }
}

extension PolicyKey where Value == Counting {
    /// Whether the day a notice starts is counted.
    package static var noticeCounting: PolicyKey<Counting> {
        PolicyKey("notice.counting", .choice)
    }
}

extension PolicyKey where Value == Bool {
    /// Whether any citizen may object.
    package static var objectionPublicMayFile: PolicyKey<Bool> {
        PolicyKey("objection.publicMayFile", .flag)
    }
}
