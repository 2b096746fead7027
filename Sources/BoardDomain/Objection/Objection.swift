/// An objection and its appeal.
package struct Objection: CaseObject {
    package let id: String
    package var state: ObjectionState
    /// What it is raised against.
    package internal(set) var object: ObjectReference = ObjectReference(.challenge)
    package internal(set) var filer: PersonID = ""
    package internal(set) var filerOrganisation: String = ""
    package internal(set) var isExOfficio: Bool = false
    package internal(set) var remedy: Remedy?
    package internal(set) var filedAt: Instant?
    package internal(set) var admittedAt: Instant?
    /// When the decision was served.
    package internal(set) var servedAt: Instant?
    /// Admitted, and not yet final: its object is held.
    package internal(set) var hold: Bool = false

    package init(id: String, state: ObjectionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
