import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardService
@testable import BoardTUI

@Suite("What is typed into a form")
struct FormDraftTests {
    private let setting = FormBench.setting()
    private let fault = Fault(words: "磁盘已满", isConflict: false)

    private func screen() -> FormScreen {
        FormScreen(FormPlan(FormBench.choice(FormBench.row(.challenge, "cancel"))))
    }

    private func prepared() -> FormScreen {
        var screen = screen()
        _ = screen.update(.prepared(nil, FormMaterial()), in: setting)
        return screen
    }

    @Test("is not lost on the way out before the form is prepared")
    func early() {
        var screen = screen()
        _ = screen.update(.input(.key(KeyEvent(.tab))), in: setting)
        #expect(!screen.isUnsaved)
        _ = screen.update(.input(.paste("理由")), in: setting)
        #expect(screen.isUnsaved)
        _ = screen.update(.prepared(nil, FormMaterial()), in: setting)
        #expect(!screen.isUnsaved)
        #expect(screen.parting != nil)
    }

    @Test("is there again where the form is opened anew before it is kept")
    func reopened() async throws {
        let county = try await SampleCounty.copy()
        let program = BoardProgram(
            opening: try await TerminalOpening(
                board: county.board, database: county.path, person: "guo-anlan",
                language: .zhHans, pacing: .still))
        var (model, _) = program.begin(size: Size(columns: 80, rows: 24))
        var left = prepared()
        _ = left.update(.input(.key(KeyEvent(.tab))), in: setting)
        _ = left.update(.input(.paste("企业撤回需求")), in: setting)
        _ = program.open(left, &model)
        let number = try #require(model.top).number
        // What keeps it is on its way, and slower than the person.
        _ = program.close(where: { $0.number == number }, &model)
        for effect in program.open(screen(), &model) {
            guard case .perform(let body) = effect else { continue }
            _ = program.update(&model, await body())
        }
        let opened = try #require(model.top?.screen as? FormScreen)
        let typed = left.state.content.typed(without: FormPlan.secrets)
        #expect(typed.canonicalText.contains("企业撤回需求"))
        #expect(opened.state.content.typed(without: FormPlan.secrets) == typed)
    }

    @Test("is what was put already and nobody has signed yet, and the form says so")
    func proposed() {
        let proposed = Record { $0[F.reason] = "企业撤回需求" }
        let choice = FormBench.choice(
            FormBench.row(.challenge, "cancel"), proposed: proposed)
        #expect(choice.verb == .other)
        var screen = FormScreen(FormPlan(choice))
        _ = screen.update(.prepared(nil, FormMaterial()), in: setting)
        #expect(screen.state.understood[name: F.reason.name]?.string == "企业撤回需求")
        #expect(screen.notice?.text == setting.text("tui.form.proposed"))
        let anew = self.prepared()
        #expect(anew.state.understood[name: F.reason.name] == nil)
        #expect(anew.notice == nil)
    }

    @Test("is kept on parting where it could not be kept before")
    func unkept() {
        var screen = prepared()
        #expect(screen.parting == nil)
        _ = screen.update(.kept(fault), in: setting)
        #expect(screen.isUnsaved)
        #expect(screen.parting != nil)
        _ = screen.update(.kept(nil), in: setting)
        #expect(screen.parting == nil)
    }

    @Test("stays, and the person is told, where a bidder's own copy could not be kept")
    func told() {
        var screen = prepared()
        _ = screen.update(.kept(fault), in: setting)
        var other = screen
        let steps = screen.update(.done(.success(CommandOutcome([])), fault), in: setting)
        let words = steps.compactMap { step in
            if case .tell(let words, .danger) = step { words } else { nil }
        }
        #expect(words == [fault.words])
        #expect(screen.parting != nil)
        let quiet = other.update(.done(.success(CommandOutcome([])), nil), in: setting)
        #expect(quiet.count == steps.count - 1)
        #expect(other.parting == nil)
    }

    @Test("is thrown away only once the own copy of a seal is kept")
    func settled() async throws {
        let county = try await SampleCounty.copy()
        let choice = FormBench.choice(FormBench.row(.bid, "seal"))
        let plan = FormPlan(choice)
        let desk = BoardDesk(
            board: county.board, database: county.path, person: "ent",
            texts: setting.texts, instant: nil, isPast: false)
        #expect(desk.keep(["approach": "甲"], as: plan.draftName) == nil)
        var rehearsal = Rehearsal(
            act: choice.act(id: "1"), recorded: [], events: [], hash: nil)
        rehearsal.ownCopy = ["salt": "00"]
        #expect(desk.settle(plan, as: choice, rehearsal) == nil)
        #expect(desk.drafts.draft(plan.draftName) == nil)
        let copy = BidForm.copyName(choice.stream, choice.option.subject)
        #expect(desk.drafts.draft(copy) == ["salt": "00"])
        // Without a folder to keep it in, nothing is thrown away.
        let nowhere = BoardDesk(
            board: county.board, database: county.path + "/none/here", person: "ent",
            texts: setting.texts, instant: nil, isPast: false)
        #expect(nowhere.settle(plan, as: choice, rehearsal) != nil)
    }
}
