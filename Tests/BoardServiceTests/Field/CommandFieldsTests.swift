import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("Fields of a command")
struct CommandFieldsTests {
    private func fields(_ command: String, of machine: Machine) -> CommandFields {
        CommandFields(
            TransitionTable.standard.rows(of: machine, command: command),
            reader: FieldReader([Texts(.zhHans), Texts(.en)]))
    }

    @Test("Arguments are read by the shapes of the command's fields")
    func arguments() throws {
        let record = try fields("create", of: .challenge).record(arguments: [
            "title=低噪声轴承=关键技术", "countyShare=12.5万元",
        ])
        #expect(record[F.title] == "低噪声轴承=关键技术")
        #expect(record[F.countyShare] == Money(fen: 12_500_000))
    }

    @Test("A list is given by repeating it; anything else twice is refused")
    func repetition() throws {
        let register = fields("register-organisation", of: .organisation)
        let record = try register.record(arguments: ["chains=bearing", "chains=[\"drone\"]"])
        #expect(record[F.chains] == ["bearing", "drone"])
        #expect(throws: FieldInputFault.self) {
            try register.record(arguments: ["name=甲", "name=乙"])
        }
    }

    @Test("Arguments replace what the JSON input says")
    func precedence() throws {
        let record = try fields("create", of: .challenge).record(
            arguments: ["title=新"], input: ["title": "旧", "countyShare": "3万元"])
        #expect(record[F.title] == "新")
        #expect(record[F.countyShare] == Money(fen: 3_000_000))
    }

    @Test(
        "What is no field is refused with what may have been meant",
        arguments: [("titel=x", "title"), ("=x", "name=value"), ("title", "name=value")])
    func strangers(argument: String, named: String) throws {
        let fault = try #require(throws: FieldInputFault.self) {
            try fields("create", of: .challenge).record(arguments: [argument])
        }
        #expect(fault.message(in: Texts(.en)).contains(named))
    }

    @Test("The input has to be an object")
    func noObject() {
        #expect(throws: FieldInputFault.self) {
            try fields("create", of: .challenge).record(arguments: [], input: [1, 2])
        }
    }
}
