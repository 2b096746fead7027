@testable import BoardDomain

extension Invariants {
    /// I5: while a call is open or closed the log holds nothing that is in a bid, nor what the openers
    /// hand over among themselves.
    func sealed(_ event: Event, in stream: StreamID) -> [String] {
        guard let found = after.world[stream].aggregate as? Case else { return [] }
        var faults: [String] = []
        let names = Set(event.fields.members.keys)
        for name in ["handedShares", "revealed", "wrappedShares"] where names.contains(name) {
            faults.append("I5: \(event.name) holds \(name)")
        }
        let text = String(decoding: event.payload.canonical, as: UTF8.self)
        let isSealed = [.open, .closed].contains(found.challenge.state)
        if isSealed, found.bids.all.contains(where: { $0.content != nil || $0.nonce != nil }) {
            faults.append("I5: a bid is open while the call is \(found.challenge.state)")
        }
        if isSealed, text.contains("从保持架入手") {
            faults.append("I5: \(event.name) holds a bid's words")
        }
        return faults
    }

    /// I6: all sealed bids are opened by one decision, at one instant. I7: each is what was committed to,
    /// or invalid.
    func opening(_ old: Case, _ new: Case, in stream: StreamID) -> [String] {
        let opened = recorded(in: stream).filter { [.bidOpened, .bidInvalid].contains($0.type) }
        guard !opened.isEmpty else { return [] }
        var faults: [String] = []
        if Set(opened.map(\.subject.id)) != Set(old.bids.in(.sealed).map(\.id))
            || !new.bids.in(.sealed).isEmpty
        {
            faults.append("I6: \(opened.map(\.subject.text)) are opened, not all")
        }
        let openings = recorded(in: stream).filter { $0.type == .bidsOpened }
        if openings.count != 1 || opened.contains(where: { $0.at != openings[0].at }) {
            faults.append("I6: bids are opened apart")
        }
        for event in opened where event.type == .bidOpened {
            guard let bid = new.bids[event.subject.id], let content = bid.content,
                let nonce = bid.nonce.flatMap(Hexadecimal.bytes),
                let commitment = old.bids[bid.id]?.commitment,
                Commitment.check(
                    commitment, challenge: new.id, bidder: bid.bidder, nonce: nonce,
                    content: content.canonical, digest: DomainBoard.digest)
            else {
                faults.append("I7: \(event.subject.text) is not what was committed to")
                continue
            }
        }
        return faults
    }

    private func recorded(in stream: StreamID) -> [Event] {
        after.log[before.log.count...].filter { $0.stream == stream }.map(\.event)
    }
}
