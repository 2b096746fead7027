import BoardDomain
import TerminalKit

/// The five lanes of a case: those behind it, the one it is in with its state, those before it.
struct LaneRibbon: Widget {
    /// Nil where it ended before the last.
    let lane: Lane?
    /// The lane that it came to at least.
    let reached: Lane?
    let state: SafeText
    let setting: Setting

    init(_ file: JSON, setting: Setting) {
        lane = file["lane"]?.string.flatMap(Lane.init(rawValue:))
        let marks: [(String, Lane)] = [
            ("concludedAt", .evaluate), ("awardedAt", .verify), ("publishedAt", .answer),
        ]
        reached = lane ?? marks.first { file[$0.0] != nil }?.1
        state = SafeText(
            setting.wording.state(file["state"]?.string ?? "", of: Machine.challenge.rawValue))
        self.setting = setting
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let place = reached.flatMap(Lane.allCases.firstIndex) ?? 0
        var column = 0
        for (index, each) in Lane.allCases.enumerated() {
            if index > 0 {
                column += frame.write(" ❯ ", column: column, style: theme[.muted])
            }
            let name = SafeText(setting.texts.text("lane." + each.rawValue))
            let isHere = each == lane
            let isBehind = index < place
            let text = isHere ? "[" + name + " · " + state + "]" : isBehind ? "✓ " + name : name
            column += frame.write(
                text, column: column,
                style: theme[isHere ? .accent : isBehind ? .success : .muted])
        }
        guard lane == nil else { return }
        frame.write("  ✗ " + state, column: column, style: theme[.danger])
    }
}
