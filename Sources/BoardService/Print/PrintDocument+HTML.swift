extension PrintDocument {
    /// One file that needs no other: no script, no link, no picture.
    package var html: String {
        var page = HTMLWriter()
        page.raw("<!doctype html>\n")
        page.element("html", ["lang": language.rawValue]) { page in
            page.element("head") { page in
                page.raw("<meta charset=\"utf-8\">\n")
                // Whatever people typed, nothing in this file may load or run anything.
                page.raw(
                    """
                    <meta http-equiv="Content-Security-Policy" \
                    content="default-src 'none'; style-src 'unsafe-inline'">

                    """)
                page.raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
                page.element("title") { $0.text(title) }
                page.raw("<style>\n\(PrintStyle.sheet)</style>\n")
            }
            page.element("body") { page in
                for sheet in sheets { write(sheet, to: &page) }
            }
        }
        return page.html
    }

    /// A sheet is a table whose foot browsers repeat on every page: running feet of CSS are not
    /// known to all of them.
    private func write(_ sheet: Sheet, to page: inout HTMLWriter) {
        page.element("table", ["class": "sheet", "role": "presentation"]) { page in
            page.element("tfoot") { page in
                page.element("tr") { page in
                    page.element("td") { page in
                        page.element("footer") { page in
                            for line in foot { page.element("div") { $0.text(line) } }
                        }
                    }
                }
            }
            page.element("tbody") { page in
                page.element("tr") { page in
                    page.element("td") { page in
                        page.element("h1") { $0.text(sheet.title) }
                        if !sheet.subtitle.isEmpty {
                            page.element("p", ["class": "number"]) { $0.text(sheet.subtitle) }
                        }
                        for block in sheet.blocks { write(block, to: &page) }
                    }
                }
            }
        }
    }

    private func write(_ block: Block, to page: inout HTMLWriter) {
        switch block {
        case .heading(let text): page.element("h2") { $0.text(text) }
        case .paragraph(let text): page.element("p") { $0.text(text) }
        case .warning(let text): page.element("p", ["class": "warning"]) { $0.text(text) }
        case .particulars(let lines):
            page.element("table", ["class": "particulars"]) { page in
                for line in lines {
                    page.element("tr") { page in
                        page.element("th", ["scope": "row"]) { $0.text(line.label) }
                        page.element("td") { $0.text(line.value) }
                    }
                }
            }
        case .table(let table): write(table, to: &page)
        case .signatures(let places):
            page.element("div", ["class": "signatures"]) { page in
                for place in places {
                    page.element("div", ["class": "place"]) { page in
                        page.element("b") { $0.text(place.party) }
                        for line in place.lines { page.element("div") { $0.text(line) } }
                    }
                }
            }
        case .closing(let lines):
            page.element("div", ["class": "closing"]) { page in
                for line in lines { page.element("div") { $0.text(line) } }
            }
        }
    }

    private func write(_ table: Table, to page: inout HTMLWriter) {
        let whole = max(1, table.columns.reduce(0) { $0 + $1.weight })
        page.element("table", ["class": "list"]) { page in
            page.element("colgroup") { page in
                for column in table.columns {
                    page.raw("<col style=\"width:\(column.weight * 100 / whole)%\">")
                }
            }
            page.element("thead") { page in
                page.element("tr") { page in
                    for column in table.columns {
                        page.element("th", ["scope": "col"]) { $0.text(column.title) }
                    }
                }
            }
            for row in table.rows {
                page.element("tbody") { page in write(row, of: table, to: &page) }
            }
        }
    }

    private func write(_ row: Row, of table: Table, to page: inout HTMLWriter) {
        page.element("tr") { page in
            for (column, cell) in zip(table.columns, row.cells) {
                page.element("td", column.isFigure ? ["class": "figure"] : [:]) { $0.text(cell) }
            }
        }
        guard !row.proof.isEmpty else { return }
        page.element("tr", ["class": "proof"]) { page in
            page.element("td", ["colspan": String(table.columns.count)]) { $0.text(row.proof) }
        }
    }
}
