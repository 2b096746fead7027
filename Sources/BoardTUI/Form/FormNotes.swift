import BoardDomain
import BoardResources
import TerminalKit

/// What a form says about its fields: labels, what is wrong, what is taken, what a value means.
struct FormNotes {
    let screen: FormScreen
    let setting: Setting

    private var state: FormState { screen.state }
    private var wording: ValueWording { setting.wording }

    // MARK: Labels

    /// With an asterisk where it may not stay empty.
    func label(_ row: FormRow) -> SafeText {
        let words = SafeText(label(row.label, in: row.context))
        if case .element(let place)? = row.path.steps.last {
            return words + " " + SafeText(place + 1)
        }
        return row.use?.required == true ? words + " *" : words
    }

    private func label(_ name: String, in context: String) -> String {
        let words = wording.label(name, in: context)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `2 ▸ 单元总摩擦力矩 atMost 0.45`: an item by what stands in it.
    func itemTitle(_ row: FormRow) -> SafeText {
        guard case .item(let number, let isOpen) = row.kind else { return .empty }
        let mark: SafeText = isOpen ? "▾ " : "▸ "
        let name: SafeText
        if let titles = state.itemTitles[row.label], titles.indices.contains(number - 1) {
            name = titles[number - 1]
        } else {
            name = SafeText(label(row.label, in: row.context) + " \(number)")
        }
        let faults = state.faultCount(in: row.path)
        let fault = faults == 0 ? SafeText.empty : "  ✗ " + SafeText(faults)
        let summary = isOpen ? SafeText.empty : summary(row)
        return mark + name + (summary.isEmpty ? .empty : "  " + summary) + fault
    }

    /// The first of what stands in an item's fields, in words.
    private func summary(_ row: FormRow) -> SafeText {
        guard case .record(let fields)? = state.content[row.path] else { return .empty }
        let words = fields.compactMap { field -> SafeText? in
            guard !state.outline.hidden.contains("\(row.label).\(field.use.name)"),
                let text = field.node.text, !text.isEmpty
            else { return nil }
            let place = FormPlace(field.use.name, in: row.label)
            // A long text, such as a note, would pass for the value that it is about.
            if case .area = field.node { return nil }
            if case .choice = field.node {
                return SafeText(wording.choice(text, of: field.use.name))
            }
            return state.reader.title(of: text, at: place)
                ?? SafeText(text) + beside(text, field.use.shape)
        }
        return words.prefix(5).reduce(SafeText.empty) { $0.isEmpty ? $1 : $0 + " · " + $1 }
    }

    /// What is chosen of several.
    func picked(_ items: [FormNode], _ row: FormRow) -> SafeText {
        let words = items.compactMap(\.text).map { text in
            state.reader.title(of: text, at: row.place())
                ?? SafeText(wording.choice(text, of: row.label))
        }
        guard !words.isEmpty else {
            return setting.text("tui.form.choose", ["count": String(state.options(of: row).count)])
        }
        return words.dropFirst().reduce(words[0]) { $0 + setting.text("cli.semicolon") + $1 }
    }

    // MARK: Beside a value

    /// What the id in a field means; the unit of a bare number.
    func beside(_ row: FormRow, _ typed: String) -> SafeText {
        if let title = state.reader.title(of: typed, at: row.place()), title.string != typed {
            return title
        }
        return state.content.shape(at: row.path).map { beside(typed, $0) } ?? .empty
    }

    private func beside(_ typed: String, _ shape: FieldShape) -> SafeText {
        guard let unit = FormUnit(shape), typed.isEmpty || unit.isBare(typed) else {
            return .empty
        }
        return setting.text(unit.textKey)
    }

    // MARK: Below a field

    /// What is wrong, or where the caret is, what it means and what is taken.
    func note(_ row: FormRow) -> (text: SafeText, role: Theme.Role) {
        if let overflow = state.content[row.path]?.overflow, overflow > 0 {
            return (setting.text("tui.form.overflow", ["count": String(overflow)]), .danger)
        }
        if let fault = state.faults[row.path] { return (fault, .danger) }
        if state.missing == row.path { return (setting.text("tui.form.missing"), .danger) }
        guard row.path == state.cursor, row.takesKeys else { return (.empty, .muted) }
        let told = [echo(row), help(row)].filter { !$0.isEmpty }
        guard let first = told.first else { return (.empty, .muted) }
        return (told.dropFirst().reduce(first) { $0 + "  " + $1 }, .muted)
    }

    /// What is typed, as it is understood: an amount in yuan, a day with its weekday and the workdays to it.
    private func echo(_ row: FormRow) -> SafeText {
        guard let typed = state.content[row.path]?.text, !typed.isEmpty,
            let shape = state.content.shape(at: row.path)
        else { return .empty }
        switch shape {
        case .money:
            guard let amount = try? Money.parse(FormUnit.wan.completed(typed)) else { break }
            var words = "= " + setting.texts.text("tui.form.yuan", ["amount": amount.yuanNumber])
            if Self.inCapitals.contains(state.outline.context) {
                words += " " + amount.upperCase
            }
            return SafeText(words)
        case .basisPoints:
            guard
                case .integer(let share)? = try? state.reader.read(
                    typed, as: shape, at: row.place())
            else { break }
            return SafeText("= \(BasisPoints(Int(share))?.text ?? "")")
        case .day:
            guard let day = state.reader.day(typed) else { break }
            return dayWords(day)
        case .instant:
            guard let json = try? state.reader.read(typed, as: shape, at: row.place()),
                let instant = Instant(json: json)
            else { break }
            return dayWords(instant.day)
        default: break
        }
        return .empty
    }

    /// Where amounts are written in capital numerals as well, so that no digit can be added (§7).
    private static let inCapitals: Set<String> = [
        Machine.contract.rawValue, Machine.payout.rawValue, BidForm.context,
    ]

    /// `= 2026-10-13（周二） 工作日，12 个工作日后`.
    private func dayWords(_ day: Day) -> SafeText {
        SafeText("= " + wording.day(day) + " " + DayHint(screen.material, setting).words(day))
    }

    /// The field's own words; otherwise what it takes.
    private func help(_ row: FormRow) -> SafeText {
        let texts = setting.texts
        let name = row.label
        if let words = texts.textIfPresent("hint.\(state.outline.command).\(name)")
            ?? texts.textIfPresent("hint.\(row.context).\(name)")
            ?? texts.textIfPresent("hint." + name)
        {
            guard state.content.shape(at: row.path) == .digest, name != FormReader.identity else {
                return SafeText(words)
            }
            return SafeText(words) + setting.text("cli.semicolon")
                + setting.text("tui.form.documentHint")
        }
        switch row.kind {
        case .list: return setting.text("tui.form.listHint")
        case .picks: return setting.text("tui.form.picksHint")
        case .item: return setting.text("tui.form.itemHint")
        default: break
        }
        guard let shape = state.content.shape(at: row.path) else { return .empty }
        switch shape {
        case .flag: return setting.text("tui.form.flagHint")
        case .choice: return setting.text("tui.form.choiceHint")
        case .digest where row.label != FormReader.identity:
            return setting.text("tui.form.documentHint")
        case .money: return setting.text("tui.form.moneyHint")
        case .basisPoints: return setting.text("tui.form.shareHint")
        case .day: return setting.text("tui.form.dayHint")
        case .instant: return setting.text("tui.form.instantHint")
        default: break
        }
        switch state.source(of: row) {
        case .files?: return setting.text("tui.form.fileHint")
        case .some where !state.options(of: row).isEmpty: return setting.text("tui.form.pickHint")
        default: return SafeText(wording.shape(shape, of: row.label))
        }
    }
}

/// What is worth knowing of a day: whether it is a workday, and how many lie between it and today.
struct DayHint {
    private let calendar: WorkdayCalendar?
    private let setting: Setting

    init(_ material: FormMaterial, _ setting: Setting) {
        calendar = material.calendar
        self.setting = setting
    }

    func words(_ day: Day) -> String {
        guard let calendar else { return "" }
        let texts = setting.texts
        let today = setting.now.day
        var words = [texts.text(calendar.isWorkday(day) ? "tui.day.work" : "tui.day.off")]
        if day > today {
            let count = calendar.workdaysBetween(today, day)
            words.append(texts.text("tui.day.ahead", ["count": String(count)]))
        } else if day < today {
            let count = calendar.workdaysBetween(day, today)
            words.append(texts.text("tui.day.ago", ["count": String(count)]))
        }
        if calendar.isProvisional(day) { words.append(texts.text("tui.day.provisional")) }
        return words.joined(separator: texts.text("cli.comma"))
    }

    /// Days off and weekends that are worked stand out in a calendar.
    func mark(_ day: Day) -> DayMark? {
        guard let calendar else { return nil }
        let isWeekend = day.weekday > 5
        switch (calendar.isWorkday(day), isWeekend) {
        case (false, _): return DayMark("-", .muted)
        case (true, true): return DayMark("+", .warning)
        case (true, false): return nil
        }
    }
}
