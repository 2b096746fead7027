import BoardDomain
import BoardResources
import TerminalKit

extension BidForm {
    /// What would be refused at the opening, held against the content as it is typed: by the content's own
    /// check and by the terms (B3), and how the shares add up so far.
    static func checks(_ typed: Record, file: JSON, wording: ValueWording) -> [FormCheck] {
        let texts = wording.texts
        var checks = [
            share(typed, "consortium", texts), share(typed, "milestonesProposed", texts),
            answers(typed, file, texts),
        ]
        let terms = Terms(record: Record(file["terms"]?.object ?? [:]))
        let whole = SafeText(texts.text("tui.bid.check.content"))
        do throws(BidContentFault) {
            let content = try BidContent(json: json(typed.members))
            checks.append(FormCheck(whole))
            checks.append(check(content, against: terms, wording))
        } catch {
            checks.append(
                FormCheck(whole, fault: words(error, wording), path: path(of: error)))
            if let price = price(typed, terms, wording) { checks.append(price) }
        }
        let isPledged = typed[name: pledge.name]?.boolean == true
        checks.append(
            FormCheck(
                SafeText(wording.guardName("bidPledged")),
                fault: isPledged ? nil : SafeText(texts.text("tui.form.missing"))))
        return checks
    }

    /// A price beyond what is offered is told at its field before all the rest is there.
    private static func price(
        _ typed: Record, _ terms: Terms, _ wording: ValueWording
    ) -> FormCheck? {
        guard let amount = typed[name: F.amount.name]?.integer, amount > terms.budget.fen else {
            return nil
        }
        let refusal = Refusal(
            rule: "B3",
            Breach(
                RefusalCode("overBudget"), given: Money(fen: amount).json,
                accepted: terms.budget.json))
        return FormCheck(
            SafeText(wording.texts.text("tui.bid.check.terms")),
            fault: SafeText(wording.refusal(refusal), form: .body), path: F.amount.name)
    }

    private static func check(
        _ content: BidContent, against terms: Terms, _ wording: ValueWording
    ) -> FormCheck {
        let words = SafeText(wording.texts.text("tui.bid.check.terms"))
        do throws(Refusal) {
            try Bid.check(content, against: terms, by: nil)
            return FormCheck(words)
        } catch {
            return FormCheck(
                words, fault: SafeText(wording.refusal(error), form: .body),
                path: places[error.code.name])
        }
    }

    /// Which field a refusal of the whole is about.
    private static let places = [
        "overBudget": F.amount.name, "overCountyShare": "countyShare",
        "mustUnanswered": responses.name,
    ]

    private static func share(_ typed: Record, _ list: String, _ texts: Texts) -> FormCheck {
        let shares = (typed[name: list]?.array ?? []).compactMap { $0["basisPoints"]?.integer }
        let sum = shares.reduce(0, +)
        let words = SafeText(texts.text("tui.bid.check.\(list)"))
        let told = texts.text(
            "tui.bid.check.sum",
            ["sum": percent(sum), "whole": BasisPoints.whole.text])
        return FormCheck(words, fault: sum == BidContent.whole ? nil : SafeText(told), path: list)
    }

    /// Also of what is more than all.
    private static func percent(_ points: Int64) -> String {
        let rest = points % 100
        return "\(points / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)") + "%"
    }

    private static func answers(_ typed: Record, _ file: JSON, _ texts: Texts) -> FormCheck {
        let terms = Terms(record: Record(file["terms"]?.object ?? [:]))
        let given = (typed[name: responses.name]?.array ?? []).filter {
            $0["promised"]?.string != nil
        }
        let answered = Set(given.compactMap { $0["indicator"]?.integer })
        let isShort = terms.musts.contains { !answered.contains(Int64($0.number)) }
        let told = SafeText(
            texts.text(
                "tui.bid.check.answered",
                ["count": String(given.count), "whole": String(terms.indicators.count)]))
        return FormCheck(
            told, fault: isShort ? SafeText(texts.text("tui.bid.check.musts")) : nil,
            path: responses.name)
    }

    // MARK: Faults

    /// `team[2].role`, counted from 1 as a form counts; nil where it is about the whole.
    static func path(of fault: BidContentFault) -> String? {
        member(of: fault).map { member in
            member.split(separator: "[", omittingEmptySubsequences: false).enumerated().map {
                part, text in
                guard part > 0, let end = text.firstIndex(of: "]"), let place = Int(text[..<end])
                else { return String(text) }
                return "[\(place + 1)\(text[end...])"
            }.joined()
        }
    }

    private static func member(of fault: BidContentFault) -> String? {
        switch fault {
        case .syntax, .notCanonical, .unknownFormat: nil
        case .missing(let member), .unknown(let member), .wrongKind(let member),
            .blank(let member), .badText(let member), .outOfRange(let member, _, _),
            .twice(let member), .disorder(let member), .sharesNotWhole(let member, _):
            member
        }
    }

    /// What is wrong with a content, its members called as the form calls them.
    static func words(_ fault: BidContentFault, _ wording: ValueWording) -> SafeText {
        var values = ["member": path(of: fault).map { label(of: $0, wording) } ?? ""]
        switch fault {
        case .syntax(let fault):
            values["offset"] = String(fault.offset)
            values["fault"] = wording.texts.text("error.json.\(fault.kind.rawValue)")
        case .unknownFormat(let format): values["member"] = format
        case .outOfRange(let member, let value, let allowed):
            let name = member.split(separator: ".").last.map(String.init) ?? member
            let words = { (number: Int64) in wording.value(.integer(number), of: name, in: context)
            }
            values["value"] = words(value)
            values["least"] = words(allowed.lowerBound)
            values["most"] = words(allowed.upperBound)
        case .sharesNotWhole(_, let total):
            values["sum"] = percent(total)
            values["whole"] = BasisPoints.whole.text
            return SafeText(wording.texts.text("tui.bid.fault.shares", values))
        default: break
        }
        return SafeText(wording.texts.text("error.content." + fault.name, values))
    }

    /// `team[2].role` as `Team 2 Role`.
    private static func label(of path: String, _ wording: ValueWording) -> String {
        var context = context
        return path.split(separator: ".").map { part in
            let name = String(part.prefix { $0 != "[" })
            let number = part.drop { $0 != "[" }.filter(\.isNumber)
            defer { context = name }
            let label = wording.label(name, in: context)
            return number.isEmpty ? label : "\(label) \(number)"
        }.joined(separator: " ")
    }
}
