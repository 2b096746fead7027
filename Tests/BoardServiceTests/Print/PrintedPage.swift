import BoardDomain
import BoardResources
import Testing

@testable import BoardService

/// A printed document, and what somebody who reads its HTML finds on it.
struct PrintedPage {
    let document: PrintDocument
    let html: String

    init(_ document: PrintDocument) {
        self.document = document
        html = document.html
    }

    var blocks: [PrintDocument.Block] { document.sheets.flatMap(\.blocks) }

    var headings: [String] {
        blocks.compactMap { if case .heading(let text) = $0 { text } else { nil } }
    }

    var warnings: [String] {
        blocks.compactMap { if case .warning(let text) = $0 { text } else { nil } }
    }

    var tables: [PrintDocument.Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    var places: [PrintDocument.Place] {
        blocks.flatMap { block -> [PrintDocument.Place] in
            if case .signatures(let places) = block { places } else { [] }
        }
    }

    func particular(_ label: String) -> String? {
        let all = blocks.flatMap { block -> [PrintDocument.Particular] in
            if case .particulars(let lines) = block { lines } else { [] }
        }
        return all.first { $0.label == label }?.value
    }

    /// The first table after a heading.
    func table(under heading: String) -> PrintDocument.Table? {
        var isUnder = false
        for block in blocks {
            switch block {
            case .heading(let text): isUnder = text == heading
            case .table(let table) where isUnder: return table
            default: break
            }
        }
        return nil
    }

    /// The names of the elements that a browser would make.
    var elements: Set<String> {
        Set(
            html.split(separator: "<").dropFirst().map { part in
                String(part.prefix { $0.isLetter || $0.isNumber || $0 == "!" || $0 == "/" })
            }.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 })
    }

    /// What stands on the paper: without the style and markup, with entities read.
    var text: String {
        let parts = html.split(separator: "<style>", maxSplits: 1)
        let body = parts.last?.split(separator: "</style>", maxSplits: 1).last ?? ""
        var (text, isMarkup) = ("", false)
        for character in (parts.first ?? "") + body {
            switch character {
            case "<": isMarkup = true
            case ">": isMarkup = false
            default: if !isMarkup { text.append(character) }
            }
        }
        let entities = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ]
        for (entity, character) in entities {
            text = text.split(separator: entity, omittingEmptySubsequences: false)
                .joined(separator: character)
        }
        return text
    }
}

extension TestCounty {
    /// What a person, or the public, prints of the challenge.
    func page(
        _ kind: PrintKind, _ object: String? = nil, as person: PersonID? = nil,
        _ language: Language = .zhHans
    ) async throws -> PrintedPage {
        PrintedPage(
            try await board.printed(
                kind, of: challenge, object: object.flatMap(ObjectReference.init(text:)),
                as: person, in: Texts(language)))
    }

    /// Nil where there is something to print.
    func printFault(
        _ kind: PrintKind, _ object: String? = nil, as person: PersonID? = nil
    ) async throws -> PrintFault? {
        do {
            _ = try await page(kind, object, as: person)
            return nil
        } catch let fault as PrintFault { return fault }
    }
}
