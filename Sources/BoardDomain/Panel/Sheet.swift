/// One expert's scores for every bid in one round.
package struct Sheet: CaseObject {
    package let id: String
    package var state: SheetState
    package internal(set) var panel: String = ""
    package internal(set) var seat: String = ""
    package internal(set) var round: Int = 1

    package init(id: String, state: SheetState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
