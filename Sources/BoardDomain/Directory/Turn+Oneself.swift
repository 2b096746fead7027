extension Turn {
    /// For which organisation a person answers for itself on the turn's subject, empty for none;
    /// nil where the subject is not about that person.
    func organisation(asConcerned person: PersonID) -> String? {
        switch world[stream].aggregate {
        case let file as PersonFile:
            return file.id == person ? "" : nil
        case let file as OrganisationFile:
            if let appointment = file.appointments[subject.id], subject.machine == .appointment {
                return appointment.person == person ? file.id : nil
            }
            guard let handOver = file.handovers[subject.id], subject.machine == .handover else {
                return nil
            }
            return mayTakeOver(handOver, person, in: file) ? file.id : nil
        default: return nil
        }
    }

    /// The successor named; where none is, whoever holds the same role in the organisation.
    private func mayTakeOver(
        _ handOver: HandOver, _ person: PersonID, in file: OrganisationFile
    ) -> Bool {
        guard handOver.successor.isEmpty else { return handOver.successor == person }
        let role = file.appointments[handOver.appointment]?.role
        return person != handOver.holder
            && world.directory.appointments(of: person, at: now)
                .contains { $0.role == role && $0.organisation == file.id }
    }

    /// In whose inbox belongs what the turn's subject asks of the person that it is about.
    var concernedHolder: Holder {
        guard let file = organisationFile else { return Holder(persons: [stream.id]) }
        if let appointment = subjectAppointment, subject.machine == .appointment {
            return Holder(persons: [appointment.person])
        }
        guard let handOver = subjectHandOver, subject.machine == .handover else { return Holder() }
        guard handOver.successor.isEmpty else { return Holder(persons: [handOver.successor]) }
        let role = file.appointments[handOver.appointment]?.role
        return Holder(roles: role.map { [$0] } ?? [], organisation: file.id)
    }

    /// The file of the organisation whose stream the turn is about.
    var organisationFile: OrganisationFile? { world[stream].aggregate as? OrganisationFile }

    var subjectAppointment: Appointment? { organisationFile?.appointments[subject.id] }

    var subjectHandOver: HandOver? { organisationFile?.handovers[subject.id] }

    var subjectPerson: Person? { (world[stream].aggregate as? PersonFile)?.persons.last }
}
