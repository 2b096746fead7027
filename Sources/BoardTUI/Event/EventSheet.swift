import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// An event as lines: who, when, under which rule, and all of its fields.
struct EventSheet {
    let sheet: FileSheet

    private var setting: Setting { sheet.setting }

    /// - Parameter previous: the hash of the row before; nil of the first, and where it is not told.
    func lines(_ event: TimelineEntry, after previous: Digest? = nil) -> [FileLine] {
        let machine = ObjectReference(text: event.object)?.machine
        let wording = setting.wording
        var pairs: [(label: String, text: SafeText)] = [
            pair("tui.event.what", wording.event(event.type) + "  " + event.type),
            pair("cli.timeline.position", String(event.position)),
            pair("cli.timeline.at", wording.instant(event.at)),
        ]
        if event.recordedAt != event.at {
            pairs.append(pair("tui.event.recordedAt", wording.instant(event.recordedAt)))
        }
        pairs.append(pair("cli.timeline.who", wording.signer(of: event)))
        if !event.organisation.isEmpty {
            pairs.append(
                pair(
                    "tui.event.organisation",
                    wording.value(.string(event.organisation), shape: .unifiedCode)))
        }
        pairs.append(pair("cli.timeline.object", wording.object(event.object)))
        if let state = event.state {
            pairs.append(
                pair("cli.timeline.state", wording.state(state, of: machine?.rawValue ?? "")))
        }
        let rule = wording.rule(event.rule).map { event.rule + "  " + $0 } ?? event.rule
        pairs += [
            pair("cli.timeline.rule", rule), pair("tui.event.policy", event.policy),
            pair("cli.log.hash", event.hash.text),
        ]
        pairs += previous.map { [pair("tui.event.previous", $0.text)] } ?? []
        let fields = event.fields.object ?? [:]
        guard !fields.isEmpty else { return sheet.labelled(pairs) }
        return sheet.labelled(pairs) + [
            .blank, sheet.heading(setting.texts.text("tui.event.fields")),
        ]
            + sheet.lines(fields, of: machine, in: event.type)
    }

    func pair(_ key: String, _ text: String) -> (label: String, text: SafeText) {
        (setting.texts.text(key), SafeText(text, form: .body))
    }
}
