extension Contract {
    /// The rows of the machine `contract`, K1 to K19.
    static let rows: [Transition] =
        agreementRows + registrationRows + amendmentRows + deliveryRows + terminationRows

    static let duties: [Duty] = signingDuties + runningDuties
}
