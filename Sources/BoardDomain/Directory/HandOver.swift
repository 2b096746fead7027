/// Open work that passes from one person to another.
package struct HandOver: CaseObject {
    package let id: String
    package var state: HandOverState
    package internal(set) var appointment: String = ""
    package internal(set) var holder: PersonID = ""
    package internal(set) var successor: PersonID = ""
    package internal(set) var items: [String] = []

    package init(id: String, state: HandOverState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
