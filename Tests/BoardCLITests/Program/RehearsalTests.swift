import BoardDomain
import Testing

@Suite("A rehearsal")
struct RehearsalTests {
    private let folder = ScratchFolder()
    private static let bureau = "11330624MA288A1B5Y"

    private func run(_ arguments: String...) -> ProgramRun {
        ProgramRun(arguments + ["--lang", "en"], in: folder.path)
    }

    private func found() {
        let made = run(
            "init", "--rehearsal", "--at", "2026-03-02T09:00:00+08:00", "--bureau", Self.bureau,
            "--bureau-name", "新昌县科技局", "--admin", "adm=关山=330624198001010013", "--admin",
            "adm2=李木=330624198001010021")
        #expect(made.status == 0, "\(made.errors)")
    }

    private func appointed(_ person: String, _ role: String, _ number: Int) {
        for arguments in [
            [
                "--as", "adm", "person", "invite", person, "--name", person, "--identity",
                IdentityNumbers.number(of: person),
            ],
            ["--as", person, "person", "accept"],
            ["--as", "adm", "appoint", "propose", person, role, Self.bureau],
            ["--as", person, "appoint", "accept", Self.bureau, String(number)],
            ["--as", "adm2", "appoint", "accept", Self.bureau, String(number)],
        ] {
            let done = ProgramRun(arguments, in: folder.path)
            #expect(done.status == 0, "\(arguments): \(done.errors)")
        }
    }

    @Test("Its time is set, and only forwards into its history; a live board has the machine's")
    func time() throws {
        found()
        #expect(run("clock", "--json").output.contains("2026-03-02T01:00:00.000Z"))
        #expect(run("clock", "--run", "--at", "2026-04-01").status == 0)
        #expect(
            run("init", "--rehearsal", "--sample", "county", "--db", folder.path + "/both").status
                == 2)
        let live = run(
            "init", "--db", folder.path + "/live", "--at", "2026-03-02", "--bureau", Self.bureau,
            "--bureau-name", "新昌县科技局", "--admin", "jia=甲=330624198001010013", "--admin",
            "yi=乙=330624198001010021")
        #expect(live.status == 2)
        #expect(live.errors.contains("--at"))
    }

    @Test("Looking at another time moves nothing, and says what is still to be recorded")
    func looking() {
        found()
        #expect(
            run(
                "--as", "adm", "person", "invite", "li", "--name", "李", "--identity",
                IdentityNumbers.number(of: "li")
            ).status == 0)
        let before = run("clock", "--json").output
        let later = run("list", "--at", "2026-05-01")
        #expect(later.status == 0)
        #expect(later.errors.contains("Note: in 1 file"))
        #expect(run("list").errors.isEmpty)
        #expect(run("clock", "--json").output == before)
        #expect(run("clock", "--run", "--at", "2026-05-01").output.contains("1 due step was"))
        #expect(run("list", "--at", "2026-05-01").errors.isEmpty)
    }

    @Test("Before the last record, who may act is told all the same, and how the past is seen")
    func past() {
        found()
        let nobody = run("--at", "2020-01-01", "do", "new", "create")
        #expect(nobody.status == 2)
        #expect(nobody.errors.contains("adm"), "\(nobody.errors)")
        let early = run("--at", "2020-01-01", "list")
        #expect(early.status == 2)
        #expect(early.errors.contains("--as-of"), "\(early.errors)")
    }

    @Test("What the program does is logged on request, without the names of persons")
    func verbose() {
        found()
        #expect(!run("list").errors.contains("opened"))
        let shown = run("list", "--verbose")
        #expect(shown.errors.contains("opened"))
        #expect(shown.output == run("list").output)
        let invited = run(
            "--as", "adm", "person", "invite", "li-ming", "--name", "李明", "--identity",
            IdentityNumbers.number(of: "li-ming"),
            "--verbose")
        #expect(invited.status == 0)
        let ran = run("clock", "--run", "--at", "2026-05-01", "--verbose")
        #expect(ran.errors.contains("a step was due"))
        for text in [invited.errors, ran.errors] {
            #expect(!text.contains("李明") && !text.contains("li-ming") && !text.contains("adm"))
        }
    }

    @Test("Whoever has no duty is told what to do instead of shown an empty table")
    func tour() {
        found()
        appointed("aud", "auditor", 3)
        let inbox = run("--as", "aud", "inbox")
        #expect(inbox.output.contains("Auditor:"))
        #expect(inbox.output.contains("verify"))
        #expect(run("--as", "aud", "inbox", "--json").output == "[]\n")
    }

    @Test("A stranger to the board learns who holds a public office")
    func strangers() {
        found()
        appointed("fin", "financeReviewer", 3)
        #expect(
            run(
                "--as", "adm", "person", "invite", "li", "--name", "赵", "--identity",
                IdentityNumbers.number(of: "li")
            ).status == 0)
        let told = run("person", "list")
        #expect(told.output.contains("fin"))
        #expect(!told.output.contains("赵"))
        #expect(run("--as", "adm", "person", "list").output.contains("赵"))
    }

    @Test("An office is accepted by its holder and a second administrator with one command")
    func offices() {
        found()
        appointed("fin", "financeReviewer", 3)
        appointed("rev", "reviewer", 4)
        #expect(run("--as", "adm", "appoint", "accept", Self.bureau, "9").status == 3)
        #expect(run("appoint", "--role", "reviewer").output.contains("rev"))
    }

    @Test("A person is invited by the identity number or by its digest, and by one of the two")
    func identity() {
        found()
        let digest = String(repeating: "a", count: 64)
        let invite = { (more: [String]) in
            ProgramRun(
                ["--as", "adm", "person", "invite", "li", "--name", "李"] + more,
                in: folder.path
            ).status
        }
        #expect(invite([]) == 2)
        #expect(invite(["--identity", "1", "--natural-key", digest]) == 2)
        #expect(invite(["--natural-key", digest]) == 0)
    }

    @Test("A pool is opened by two with one command, and then filled")
    func pool() {
        found()
        appointed("fin", "financeReviewer", 3)
        appointed("rev", "reviewer", 4)
        #expect(run("--as", "fin", "pool", "open", "2026").errors.contains("basis"))
        #expect(run("--as", "fin", "pool", "open", "2026", "--basis", "预算").status == 0)
        let again = run("--as", "fin", "pool", "open", "2026")
        #expect(again.status == 1)
        #expect(again.errors.contains("reviewer"))
        #expect(run("--as", "rev", "pool", "open", "2026").status == 0)
        #expect(
            run("--as", "fin", "pool", "allot", "JBGS-2026", "20万元", "--document", "1号").status == 0
        )
        #expect(run("pool", "--json").output.contains("\"allotted\":20000000"))
        #expect(
            run("--as", "fin", "pool", "allot", "JBGS-2027", "20万元", "--document", "1号").status == 3
        )
        #expect(
            run("--as", "fin", "pool", "allot", "person/fin", "20万元", "--document", "1号").status
                == 2)
    }

    @Test("Whoever mistypes a person, or names none, is told of public offices alone")
    func suggestions() {
        found()
        for person in ["adn", "zhao-bid"] {
            let done = run(
                "--as", "adm", "person", "invite", person, "--name", "赵", "--identity",
                IdentityNumbers.number(of: person))
            #expect(done.status == 0, "\(done.errors)")
        }
        let near = run("--as", "adx", "inbox")
        #expect(near.errors.contains("adm"))
        #expect(!near.errors.contains("adn"))
        let other = run("--as", "zhao-bix", "inbox")
        #expect(other.status != 0)
        let same = run("--as", "赵", "inbox")
        #expect(same.status != 0)
        let nobody = run("inbox")
        #expect(nobody.errors.contains("adm"))
        let missing = run("show", "person/zhao-bix")
        for told in [other, same, nobody, missing] {
            #expect(!told.errors.contains("zhao-bid"), "\(told.errors)")
        }
    }
}
