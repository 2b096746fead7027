extension Milestone {
    /// The rows of the machine `milestone`, M1 to M19; M18 is the duty `Milestone`, whose overdue
    /// mark is MilestoneOverdue.
    static let rows: [Transition] =
        planningRows + submissionRows + acceptanceRows + approvalRows + extensionRows
}
