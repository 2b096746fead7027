import Glibc
import TerminalKit

/// Takes the terminal and ends in the way that it is told, for the tests of what is left behind.
struct Broken: Error {}

let way = CommandLine.arguments.dropFirst().first ?? "quit"
if way == "secret" {
    let prompt = PlainPrompt(StandardLines())
    prompt.say(SafeText("<ready \(getpid())>"))
    let secret = prompt.askSecret("口令")
    prompt.say(SafeText("<\(secret?.string.count ?? 0) letters>"))
    exit(0)
}
let environment = ["TERM": getenv("TERM").map { String(cString: $0) } ?? ""]
let session: TerminalSession
do {
    session = try TerminalSession(environment: environment)
} catch {
    print("plain: \(error)")
    exit(3)
}
session.write(Array("<ready \(getpid())>".utf8))

if way == "program" {
    let (_, outcome) = await Alternation().run(on: session)
    if case .asked(let signal) = outcome { session.die(of: signal) }
    exit(0)
}

func fail(_ way: String, _ none: [Int], _ nothing: Int?, _ zero: Int) throws {
    switch way {
    case "throw": throw Broken()
    case "index": print(none[zero])
    case "unwrap": print(nothing!)
    case "overflow": print(Int.max - zero + 1)
    case "divide": print(1 / zero)
    case "abort": abort()
    case "exit": exit(7)
    default: break
    }
}

do {
    try fail(way, [], nil, CommandLine.arguments.count - 2)
} catch {
    session.end()
    exit(4)
}
if way == "late" {
    // Until the session reads no more: what is typed then waits in the terminal.
    var waited = 0
    while waited < 2000 {
        var count: Int32 = 0
        _ = ioctl(0, UInt(FIONREAD), &count)
        waited = count > 0 ? waited + 1 : 0
        sched_yield()
    }
}
var letters = 0
waiting: for await event in session.events {
    switch event {
    case .input(.key(KeyEvent(.character("z"), .control))): try session.suspend()
    case .input(.key(KeyEvent(.character("q")))): break waiting
    case .input(.key(KeyEvent(.character("x")))): letters += 1
    case .input(.key(KeyEvent(.character("?")))): session.write(Array("<\(letters) letters>".utf8))
    case .input(let event): session.write(Array("<\(event)>".utf8))
    case .resized(let size): session.write(Array("<size \(size.columns)x\(size.rows)>".utf8))
    case .asked(let signal): session.die(of: signal)
    case .askedToStop: try session.suspend()
    case .closed: break waiting
    }
}
session.end()
