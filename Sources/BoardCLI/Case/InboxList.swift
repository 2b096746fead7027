import BoardDomain
import BoardResources
import BoardService

/// What waits for a person, as it is shown: overdue first, then by due time; what is the same is
/// one row, and what is far off is left out unless asked for.
struct InboxList {
    /// Some rows of the inbox that differ in their object alone.
    struct Row {
        let item: InboxItem
        var count = 1
    }

    /// Further ahead nobody plans his work.
    static let horizon = 60

    let rows: [Row]
    let leftOut: Int
    private let wording: ValueWording

    init(_ items: [InboxItem], showingAll all: Bool, _ wording: ValueWording) {
        self.wording = wording
        let near = items.filter { all || ($0.workdaysLeft ?? 0) <= Self.horizon }
        leftOut = items.count - near.count
        let sorted = near.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.isOverdue != other.isOverdue { return one.isOverdue }
            let dues = (one.due?.milliseconds ?? .max, other.due?.milliseconds ?? .max)
            return dues.0 == dues.1 ? left.offset < right.offset : dues.0 < dues.1
        }
        var rows: [Row] = []
        var places: [[String]: Int] = [:]
        for item in sorted.map(\.element) {
            let machine = item.object.prefix { $0 != "/" }
            let key = [
                item.stream.text, String(machine), item.act, item.rule, item.command ?? "",
                item.due?.text ?? "", String(item.isOverdue),
            ]
            if let place = places[key] {
                rows[place].count += 1
            } else {
                places[key] = rows.count
                rows.append(Row(item: item))
            }
        }
        self.rows = rows
    }

    var table: TextTable {
        let texts = wording.texts
        var table = TextTable([
            .init(texts.text("cli.inbox.due"), spare: 4),
            .init(texts.text("cli.inbox.left"), yields: true),
            .init(texts.text("cli.inbox.what"), yields: true),
            .init(texts.text("cli.inbox.path")), .init(texts.text("cli.inbox.object"), spare: 3),
            .init(texts.text("cli.inbox.case"), yields: true, spare: 1),
            .init(texts.text("cli.inbox.rule"), spare: 2), .init(texts.text("cli.inbox.command")),
        ])
        for row in rows {
            let item = row.item
            table.add([
                item.due.map(wording.instant) ?? "", left(item), what(row), path(item),
                wording.object(item.about), item.caseTitle, item.rule, command(item),
            ])
        }
        return table
    }

    /// What `do` takes; of what somebody else has to bring about, what is awaited.
    private func command(_ item: InboxItem) -> String {
        item.command ?? wording.texts.textIfPresent("duty.awaits." + item.act) ?? ""
    }

    private func what(_ row: Row) -> String {
        let words = wording.duty(row.item.act)
        return row.count == 1
            ? words
            : wording.texts.text(
                "cli.inbox.several", ["what": words, "count": String(row.count)])
    }

    /// As `do` takes it: `XC-2026-0007/evidence/1`; a stream's own object by the stream alone.
    private func path(_ item: InboxItem) -> String {
        guard let object = ObjectReference(text: item.object), !object.id.isEmpty,
            object.machine != type(of: Stream(item.stream).aggregate).machines[0]
                || object.id != item.stream.id
        else { return item.stream.id }
        return item.stream.id + "/" + object.text
    }

    private func left(_ item: InboxItem) -> String {
        guard let days = item.workdaysLeft else {
            return item.isOverdue ? wording.texts.text("cli.inbox.overdue") : ""
        }
        guard item.isOverdue else {
            if days == 0 { return wording.texts.text("cli.inbox.today") }
            return wording.texts.text("cli.inbox.days", ["count": String(days)])
        }
        return days < 0
            ? wording.texts.text("cli.inbox.late", ["count": String(-days)])
            : wording.texts.text("cli.inbox.overdue")
    }
}
