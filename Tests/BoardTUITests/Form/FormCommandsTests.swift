import BoardResources
import BoardService
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardTUI

/// Every command of the table can be filled in, and nothing of it shows its raw name.
@Suite("The form of every command")
struct FormCommandsTests {
    static let commands = TransitionTable.standard.rows.filter {
        $0.command != nil && $0.whenBroken == nil
    }

    private static func plans(_ row: Transition) -> FormPlan {
        FormPlan(FormBench.choice(row, isNew: row.creates))
    }

    @Test("takes a text for every field and makes the value that the table declares")
    func fills() throws {
        for row in Self.commands {
            let plan = Self.plans(row)
            var state = FormState(plan.uses, plan.outline)
            let typed = plan.uses.map { ($0.name, FormBench.typed($0.shape)) }
            state.restore(
                .object(Dictionary(typed, uniquingKeysWith: { $1 })), FormBench.setting())
            #expect(state.faults.isEmpty, "\(row.key): \(state.faults.values)")
            let isFaulty = state.findFault()
            #expect(!isFaulty, "\(row.key) misses something")
            let members = try FormField.members(
                state.content.fields, in: plan.outline.context, state.reader)
            let record = Record(members)
            // A contact is encrypted by the board before it is checked.
            let uses = plan.uses.filter {
                if case .protectedText = $0.shape { return false }
                return true
            }
            let fault = Record(
                record.members.filter { member in uses.contains { $0.name == member.key } }
            ).firstFault(against: uses)
            #expect(fault == nil, "\(row.key): \(String(describing: fault))")
        }
    }

    @Test("asks for every field that a person can give, and tells the rest itself")
    func asks() {
        for row in Self.commands {
            let plan = Self.plans(row)
            let asked = Set(plan.uses.map(\.name))
            for use in row.declaredFields where use.required && !asked.contains(use.name) {
                let isTold = ActChoice.told.contains(use.name)
                let isMade = DeskCommand(row.command ?? "", of: row.machine) != nil
                #expect(isTold || isMade, "\(row.key) never gets its \(use.name)")
            }
        }
    }

    @Test("calls its fields and sections by words", arguments: Language.allCases)
    func labels(_ language: Language) {
        let texts = Texts(language)
        for row in Self.commands {
            let plan = Self.plans(row)
            for (name, context) in Self.names(plan.uses, plan.outline.context) {
                let label =
                    texts.textIfPresent("field.\(context).\(name)")
                    ?? texts.textIfPresent("field." + name)
                    ?? texts.textIfPresent("cli.case." + name)
                #expect(label != nil, "\(row.key): \(context).\(name) has no label")
            }
            for section in FormSection.plan(plan.uses, in: plan.outline.context) {
                #expect(
                    texts.textIfPresent("tui.section." + section.key) != nil, "\(section.key)")
            }
        }
        for (name, context) in Self.names(BidForm.uses, BidForm.context) {
            #expect(texts.textIfPresent("field.\(context).\(name)") != nil, "\(context).\(name)")
        }
    }

    private static func names(
        _ uses: [FieldUse], _ context: String
    ) -> [(name: String, context: String)] {
        uses.flatMap { use in [(use.name, context)] + members(use.shape, use.name) }
    }

    private static func members(
        _ shape: FieldShape, _ context: String
    ) -> [(name: String, context: String)] {
        switch shape {
        case .list(let element): members(element, context)
        case .record(let uses): names(uses, context)
        default: []
        }
    }

    @Test("puts every field under one heading, and none twice")
    func sections() {
        for row in Self.commands {
            let plan = Self.plans(row)
            let placed = FormSection.plan(plan.uses, in: plan.outline.context).flatMap(\.names)
            #expect(placed.count == Set(placed).count, "\(row.key)")
            #expect(Set(placed) == Set(plan.uses.map(\.name)), "\(row.key)")
        }
    }
}
