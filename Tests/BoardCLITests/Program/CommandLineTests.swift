import BoardCLI
import BoardDomain
import Glibc
import Testing

@Suite("The program")
struct CommandLineTests {
    private let folder = ScratchFolder()

    private func run(_ arguments: String..., input: String = "") -> ProgramRun {
        ProgramRun(arguments, in: folder.path, input: input)
    }

    private func found() {
        let made = run(
            "init", "--bureau", "11330624MA288A1B5Y", "--bureau-name", "新昌县科技局", "--admin",
            "adm=关山=330624198001010013", "--admin", "adm2=李木=330624198001010021")
        #expect(made.status == 0, "\(made.errors)")
    }

    static let everyCommand = [
        ["list"], ["stats"], ["show"], ["may"], ["do"], ["inbox"], ["timeline"], ["print"],
        ["init"],
        ["import"],
        ["export"], ["log"], ["verify"], ["checkpoint"], ["clock"], ["simulate"], ["person"],
        ["person", "list"], ["person", "invite"], ["person", "accept"], ["org"], ["org", "list"],
        ["org", "register"], ["org", "verify"], ["appoint"], ["appoint", "list"],
        ["appoint", "propose"], ["appoint", "accept"], ["pool"], ["pool", "list"],
        ["pool", "open"],
        ["pool", "allot"], ["keys"], ["keys", "show"],
        ["keys", "create"], ["machine"], ["policy"], ["workdays"], ["uscc"], [],
    ]

    @Test("Every command has its help in both languages", arguments: everyCommand)
    func help(command: [String]) {
        for (language, heading) in [("zh", "用法"), ("en", "USAGE")] {
            let help = ProgramRun(
                command + ["--help", "--lang", language], in: folder.path)
            #expect(help.status == 0)
            #expect(help.errors.isEmpty)
            #expect(help.output.contains(heading))
            #expect(!help.output.contains("⟦"))
            #expect(language == "en" || !help.output.contains("OPTIONS:"))
            #expect(language == "en" || !help.output.contains("Show "))
        }
    }

    @Test("Completions are made for every shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) {
        let script = run("--generate-completion-script", shell)
        #expect(script.status == 0)
        for word in ["timeline", "workdays", "publish-result", "dry-run"] {
            #expect(script.output.contains(word))
        }
    }

    @Test("The exit status tells what stopped a command")
    func statuses() {
        #expect(run("list").status == 3)
        #expect(run("lst").status == 2)
        #expect(run("lst").errors.contains("list"))
        #expect(run("workdays", "2026-09-30").status == 2)
        #expect(run("workdays", "2026-02-30", "5").status == 2)
        #expect(run("uscc", "91330624147643211X").status == 1)
        #expect(run("uscc", "91330624147643211E").status == 0)
        #expect(run("list", "--lang", "fr").status == 2)
        found()
        #expect(run("list").status == 0)
        #expect(run("list", "轴承").status == 0)
        #expect(run("list", "轴").status == 2)
        #expect(run("list", "--sort", "relevance").status == 2)
        #expect(run("list", "--after", "budget.up.0.X").status == 2)
        #expect(run("list", "--year", "2026", "--budget-from", "50万元").status == 0)
        #expect(run("list", "--budget-from", "9", "--budget-to", "8").status == 2)
        #expect(run("list", "--deadline-to", "2026-02-30").status == 2)
        #expect(run("list", "--enterprise", "无此企业").status == 3)
        #expect(run("list", "--json").output.contains(#""cases":[]"#))
        #expect(run("stats").status == 0)
        #expect(run("stats", "--json").output.contains(#""funnel""#))
        #expect(run("list", "--limit", "0").status == 2)
        #expect(run("log", "--limit", "-3").status == 2)
        #expect(run("log", "--limit", "1").output.contains("--limit"))
        #expect(run("show", "XC-2026-0001").status == 3)
        #expect(run("print", "XC-2026-0001", "case").status == 3)
        #expect(run("print", "XC-2026-0001", "poster").status == 2)
        #expect(run("print", "person/adm", "case", "--as", "adm").status == 2)
        #expect(run("inbox").status == 2)
        #expect(run("inbox", "--as", "nobody").status == 3)
        #expect(run("list", "--at", "2026-03-01").status == 2)
        #expect(run("--as", "adm", "do", "new", "create").status == 1)
        #expect(run("--as", "adm", "do", "new", "creat").status == 2)
        #expect(run("--as", "adm", "do", "new", "create", "--field", "titel=x").status == 2)
        let past = run("--as", "adm", "do", "new", "create", "--as-of", "1")
        #expect(past.status == 2 && past.errors.contains("--as-of"))
        #expect(run("list", "--as-of", "1").errors.isEmpty)
        #expect(run("list", "--as-of", "9999").errors.contains("9999"))
        #expect(run("stats", "--year", "abc", "--lang", "zh").errors.contains("整数"))
        let twice = run(
            "init", "--bureau", "11330624MA288A1B5Y", "--bureau-name", "x", "--admin",
            "jia=b=330624198001010013",
            "--admin", "yi=d=330624198001010021")
        #expect(twice.status == 4)
    }

    @Test("An object that is not there is not found, whatever is asked of it")
    func unknownObject() {
        found()
        let there = "11330624MA288A1B5Y/appointment/1"
        let missing = "11330624MA288A1B5Y/appointment/9"
        for command in [["show"], ["may"], ["do", "end-appointment", "--field", "reason=x"]] {
            for (object, status) in [(there, Int32(command[0] == "do" ? 1 : 0)), (missing, 3)] {
                let arguments = [command[0], object] + command.dropFirst() + ["--as", "adm"]
                let answer = ProgramRun(arguments, in: folder.path)
                #expect(answer.status == status, "\(arguments): \(answer.errors)")
            }
        }
    }

    @Test("A restoring that comes to nothing leaves nothing")
    func failedRestore() {
        let target = folder.path + "/restored.sqlite3"
        for source in ["none", "err"] {
            let answer = run("restore", folder.path + "/" + source, "--db", target)
            #expect(answer.status != 0)
            #expect(ProgramRun(["list", "--db", target], in: folder.path).status == 3)
            #expect(access(target + ".lock", F_OK) != 0)
        }
    }

    @Test("A period of workdays is told within the columns of a terminal")
    func workdays() {
        for language in ["zh", "en"] {
            let answer = run("workdays", "2026-12-28", "5", "--lang", language)
            #expect(answer.status == 0)
            for line in answer.output.split(separator: "\n") {
                #expect(ColumnText.width(of: String(line)) <= 80)
            }
        }
    }

    @Test("Nobody comes onto the board under an unsound number or id")
    func unsoundPeople() {
        found()
        let invite = { (id: String, identity: String) in
            run(
                "person", "invite", id, "--name", "李", "--identity", identity, "--as", "adm",
                "--lang", "zh")
        }
        #expect(invite("li", "330624198001010031").errors.contains("校验码"))
        #expect(invite("li", "identity").status == 2)
        #expect(invite("Li", "33062419800101003X").status == 1)
        #expect(invite("li", "33062419800101003x").status == 0)
        #expect(invite("wang", "33062419800101003X").status == 1)
        for founder in ["adm=关山=1", "new=关山=330624198001010013"] {
            let refused = run(
                "init", "--bureau", "11330624MA288A1B5Y", "--bureau-name", "x", "--admin", founder,
                "--admin", "adm2=李木=330624198001010021", "--db", folder.path + "/other")
            #expect(refused.status == 2)
            #expect(access(folder.path + "/other", F_OK) != 0)
        }
    }

    @Test("Global options stand before the command or after it")
    func globals() {
        found()
        #expect(run("--as", "adm", "inbox", "--json").status == 0)
        #expect(run("--json", "inbox", "--as", "adm").output.hasPrefix("["))
        #expect(run("inbox", "--as", "关山").status == 0)
    }

    @Test("With --json, answers and errors are JSON")
    func json() throws {
        found()
        for arguments in [
            ["list"], ["person"], ["org"], ["appoint"], ["pool"], ["log"], ["verify"], ["clock"],
            ["checkpoint"], ["policy"], ["machine"], ["workdays", "2026-09-30", "5"],
            ["show", "person/adm", "--as", "adm"], ["may", "person/adm", "--as", "adm"],
            ["timeline", "person/adm", "--as", "adm"],
        ] {
            let answer = ProgramRun(arguments + ["--json"], in: folder.path)
            #expect(answer.status == 0, "\(arguments): \(answer.errors)")
            #expect(throws: Never.self) { try JSONReader.read(String(answer.output.dropLast())) }
        }
        let error = run("show", "XC-2026-0009", "--json")
        let read = try JSONReader.read(String(error.errors.dropLast()))
        #expect(read["error"]?["status"] == 3)
        #expect(read["error"]?["message"]?.string?.contains("XC-2026-0009") == true)
    }

    @Test("A dry run records nothing; a command sent twice under one id is done once")
    func commands() {
        found()
        let key = String(repeating: "a", count: 64)
        let invite = [
            "--as", "adm", "do", "person/li", "invite-person", "--field", "name=李",
            "--field", "naturalKey=" + key, "--command-id", "one",
        ]
        #expect(ProgramRun(invite + ["--dry-run"], in: folder.path).status == 0)
        #expect(run("show", "person/li").status == 3)
        #expect(ProgramRun(invite + ["--json"], in: folder.path).output.contains("PersonInvited"))
        let again = ProgramRun(invite + ["--json"], in: folder.path)
        #expect(again.status == 0)
        #expect(again.output.contains("\"repeated\":true"))
        let input = run(
            "--as", "adm", "do", "person/wang", "invite-person", "--input", "-",
            input: "{\"name\": \"王\", \"naturalKey\": \"\(String(repeating: "b", count: 64))\"}")
        #expect(input.status == 0, "\(input.errors)")
        let decimals = run(
            "--as", "adm", "do", "person/wu", "invite-person", "--input", "-",
            input: "{\"name\": 1.5}")
        #expect(decimals.status == 2)
    }

    @Test("An anchor is written once, and anything else is no anchor")
    func anchor() {
        found()
        let anchor = folder.path + "/anchor"
        #expect(run("checkpoint", "--output", anchor).status == 0)
        #expect(run("verify", "--anchor", anchor).status == 0)
        #expect(run("checkpoint", "--output", anchor).status == 4)
        #expect(run("verify", "--anchor", folder.path + "/none").status == 3)
        #expect(run("verify", "--anchor", "/dev/null").status == 2)
    }

    @Test("An export opens in a spreadsheet, a pipe gets no progress")
    func export() {
        found()
        let csv = run("export")
        #expect(csv.output.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(csv.errors.isEmpty)
        #expect(run("export", "--format", "json").output == "[]\n")
        #expect(run("export", "--format", "xml").status == 2)
    }

    @Test("Help on a command of the machine comes from the table")
    func commandHelp() {
        let help = run("do", "--help", "publish", "--lang", "en")
        #expect(help.status == 0)
        #expect(help.output.contains("C9"))
        #expect(help.output.contains("deadlineDay"))
        let unknown = run("do", "--help", "publsh")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("publish"))
    }
}
