/// An object with states inside a stream: a bid, a notice, a milestone.
package protocol CaseObject: Hashable, Sendable, Codable {
    associatedtype State: MachineState
    var id: String { get }
    var state: State { get set }
    /// The object as its first event finds it; `apply` follows at once with that same event.
    init(id: String, state: State)
    /// Takes over what an event says; the state has been set.
    mutating func apply(_ event: Event)
}

extension CaseObject {
    package var reference: ObjectReference { ObjectReference(State.machine, id) }
}

/// The objects of one machine in a stream, in the order of their making.
package struct Roll<Object: CaseObject>: Hashable, Sendable, Codable {
    package private(set) var all: [Object] = []

    package init() {}

    /// Objects as they stand, in the order of their making.
    init(_ all: [Object]) { self.all = all }

    package subscript(id: String) -> Object? { all.first { $0.id == id } }

    package var last: Object? { all.last }
    package var isEmpty: Bool { all.isEmpty }
    package var count: Int { all.count }

    package func `in`(_ states: Object.State...) -> [Object] {
        all.filter { states.contains($0.state) }
    }

    /// The id of the next object, counted from 1.
    package var nextID: String { String(all.count + 1) }

    mutating func evolve(_ event: Event) {
        let state = event.state.flatMap(Object.State.init(rawValue:))
        if let index = all.firstIndex(where: { $0.id == event.subject.id }) {
            if let state { all[index].state = state }
            all[index].apply(event)
        } else if let state, event.type.actSuffix == nil {
            var object = Object(id: event.subject.id, state: state)
            object.apply(event)
            all.append(object)
        }
    }
}
