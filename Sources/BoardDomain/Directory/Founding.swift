/// The first facts of a board: its own organisation and administrators, whom nobody could have
/// appointed (G5, G9). The clock records them when the board is made.
package enum Founding {
    /// A first administrator.
    package struct Administrator: Sendable {
        package let id: PersonID
        package let name: String
        /// Digest of the identity number.
        package let naturalKey: Digest

        package init(id: PersonID, name: String, naturalKey: Digest) {
            self.id = id
            self.name = name
            self.naturalKey = naturalKey
        }
    }

    /// The events of a new board, by stream. Two administrators let the board appoint officials at
    /// once; a single one appoints the second first.
    package static func events(
        code: UnifiedCode, name: String, administrators: [Administrator], at instant: Instant
    ) -> [(stream: StreamID, event: Event)] {
        let organisation = StreamID(.organisation, code.text)
        let make = {
            (
                type: EventType, rule: String, subject: ObjectReference, state: any MachineState,
                fields: Record
            ) in
            Event(
                type: type, rule: rule, subject: subject, state: state.rawValue, fields: fields,
                by: .clock, at: instant)
        }
        let registered = Record {
            $0[F.code] = code.text
            $0[F.name] = name
            $0[F.organisationKind] = .government
        }
        var events = [
            (
                stream: organisation,
                event: make(
                    .orgRegistered, "G1", ObjectReference(.organisation),
                    OrganisationState.verified, registered)
            )
        ]
        for (index, founder) in administrators.enumerated() {
            let person = Record {
                $0[F.name] = founder.name
                $0[F.naturalKey] = founder.naturalKey
            }
            let appointment = Record {
                $0[F.person] = founder.id
                $0[F.role] = .administrator
                $0[F.organisation] = code.text
                $0[F.from] = instant
            }
            events.append(
                (
                    StreamID(.person, founder.id),
                    make(.personInvited, "G5", ObjectReference(.person), PersonState.active, person)
                ))
            events.append(
                (
                    organisation,
                    make(
                        .appointmentMade, "G9", ObjectReference(.appointment, String(index + 1)),
                        AppointmentState.active, appointment)
                ))
        }
        return events
    }
}
