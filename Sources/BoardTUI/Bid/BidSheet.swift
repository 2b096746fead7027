import BoardDomain
import BoardResources
import TerminalKit

/// A bid as its own team sees it: how much time is left, what is sealed and by which commitment, and the
/// terms that it answers.
struct BidSheet {
    let content: ActContent
    let setting: Setting
    let columns: Int

    private var theme: Theme { setting.theme }
    private var wording: ValueWording { setting.wording }
    private var bid: JSON { content.evidence }
    private var file: JSON { content.file }

    func lines() -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns)
        var lines = sheet.labelled(head)
        if let hint {
            lines += LineBreaker(columns: max(8, columns)).lines(of: hint).map {
                FileLine($0, theme[.notice])
            }
        }
        if let offered = bid["content"]?.object {
            lines += [.blank, sheet.heading(setting.texts.text("tui.bid.content"))]
            lines += sheet.lines(offered, of: nil, in: BidForm.context)
        }
        if let terms = file["terms"]?.object {
            lines += [.blank, sheet.heading(setting.texts.text("tui.bid.terms"))]
            lines += sheet.lines(terms, of: .challenge)
        }
        return lines
    }

    private var head: [(label: String, text: SafeText)] {
        let texts = setting.texts
        var pairs: [(label: String, text: SafeText)] = []
        let add = { (key: String, words: String?) in
            if let words { pairs.append((texts.text(key), SafeText(words))) }
        }
        add("tui.bid.case", file["title"]?.string)
        add("tui.bid.state", bid["state"]?.string.map { wording.state($0, of: "bid") })
        if let deadline = file["deadline"]?.string.flatMap(Instant.init(text:)) {
            let left = Countdown(to: deadline, from: setting.now)
            add("tui.bid.deadline", wording.instant(deadline) + "  " + left.words(texts))
        }
        add(
            "tui.bid.sealedAt",
            bid["sealedAt"]?.string.flatMap(Instant.init(text:)).map(wording.instant))
        add("tui.bid.commitment", bid["commitment"]?.string)
        add("tui.bid.version", file["termsVersion"]?.integer.map(String.init))
        return pairs
    }

    /// What the state means for the team.
    private var hint: SafeText? {
        guard let state = bid["state"]?.string else { return nil }
        return setting.texts.textIfPresent("tui.bid.hint." + state).map { SafeText($0) }
    }
}

/// How long it is until an instant: days, then hours and minutes.
struct Countdown {
    private let minutes: Int64

    init(to end: Instant, from now: Instant) {
        minutes = (end.milliseconds - now.milliseconds) / 60_000
    }

    func words(_ texts: Texts) -> String {
        guard minutes > 0 else { return texts.text("tui.countdown.over") }
        let (days, hours) = (minutes / 1440, minutes % 1440 / 60)
        return texts.text(
            days > 0 ? "tui.countdown.days" : "tui.countdown.hours",
            [
                "days": String(days), "hours": String(hours), "minutes": String(minutes % 60),
            ])
    }
}
