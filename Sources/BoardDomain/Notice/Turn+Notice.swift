extension Turn {
    /// Publishes a notice of full length from today (N1); its reasons and its channel are taken from
    /// the command's fields of those names.
    ///
    /// - Returns: the id of the notice.
    /// - Throws: a refusal where a notice of this kind on this object is still running.
    @discardableResult
    package mutating func publishNotice(
        kind: NoticeKind, object: ObjectReference, text: String, as rule: String
    ) throws(Refusal) -> String {
        if let standing = notice(on: object, kind: kind), standing.state.isLive {
            throw refusal(.noticeStands, given: .string(standing.reference.text))
        }
        return publishNotice(
            kind: kind, object: object, text: text, reasons: fields[Notice.reasons, default: ""],
            channel: fields[Notice.channel, default: ""], in: NoticePeriod(startingIn: self),
            as: rule)
    }

    @discardableResult
    mutating func publishNotice(
        kind: NoticeKind, object: ObjectReference, text: String, reasons: String, channel: String,
        in period: NoticePeriod, as rule: String
    ) -> String {
        let id = notices.nextID
        let winners = winners(of: kind, object)
        record(
            .noticePublished, on: ObjectReference(.notice, id), to: NoticeState.published, as: rule
        ) {
            $0[Notice.kind] = kind
            $0[F.object] = object
            $0[Notice.text] = text
            $0[Notice.reasons] = reasons.isEmpty ? nil : reasons
            $0[Notice.channel] = channel.isEmpty ? nil : channel
            $0[Notice.winners] = winners
            $0[Notice.start] = period.start
            $0[Notice.end] = period.end
            $0[Notice.workdays] = period.workdays
            $0[Notice.counting] = period.counting
            $0[Notice.calendarVersion] = period.calendarVersion
            $0[Notice.isProvisional] = period.isProvisional
        }
        return id
    }

    /// Whom a notice of a result names: not left to the hand that writes its text (C20).
    private func winners(of kind: NoticeKind, _ object: ObjectReference) -> [String]? {
        switch kind {
        case .result:
            caseIfAny?.bids.in(.proposed).sorted {
                ($0.rank ?? .max, $0.id) < ($1.rank ?? .max, $1.id)
            }
            .map(\.id)
        case .lane: [object.id]
        case .cancellation, .amendment, .payout, .sanction: nil
        }
    }

    /// The last notice that makes an object public and has not been superseded; of one kind, where
    /// that is told.
    package func notice(on object: ObjectReference, kind: NoticeKind? = nil) -> Notice? {
        notices.all.last {
            $0.object == object && $0.state != .superseded && (kind == nil || $0.kind == kind)
        }
    }

    /// Whether the last notice of a kind on an object has run to its end (C23, K12, Y8, X8).
    package func noticeHasEnded(on object: ObjectReference, kind: NoticeKind) -> Bool {
        notice(on: object, kind: kind)?.state == .ended
    }
}
