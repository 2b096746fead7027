/// How a print looks: A4, black on white, a Song typeface for the text and a Hei one for headings.
enum PrintStyle {
    static let sheet = """
        @page { size: A4; margin: 20mm 18mm 16mm 22mm;
          @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
        * { box-sizing: border-box; }
        html { background: #fff; color: #000; }
        body { margin: 0 auto; max-width: 172mm; font-size: 11pt; line-height: 1.6;
          font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "STSong", "SimSun",
            "Times New Roman", serif; }
        h1, h2, th, b { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
            "SimHei", Arial, sans-serif; }
        h1 { font-size: 18pt; line-height: 1.4; text-align: center; margin: 0 0 2mm; }
        h2 { font-size: 12pt; margin: 5mm 0 1.5mm; break-after: avoid; }
        p { margin: 1.5mm 0; white-space: pre-line; text-align: justify;
          overflow-wrap: anywhere; orphans: 2; widows: 2; }
        p.number { text-align: center; font-size: 10pt; margin: 0 0 5mm; }
        p.warning { border: 1.5pt solid #000; padding: 1.5mm 3mm; text-align: center;
          font-weight: bold; }
        table { width: 100%; border-collapse: collapse; }
        table.sheet { table-layout: fixed; }
        table.sheet > * > tr > td { padding: 0; vertical-align: top; }
        table.sheet + table.sheet { break-before: page; }
        tfoot { display: table-footer-group; }
        thead { display: table-header-group; }
        .list, .particulars { margin: 1.5mm 0 3mm; table-layout: fixed; font-size: 9pt;
          line-height: 1.4; }
        .list th, .list td, .particulars th, .particulars td { border: 0.5pt solid #000;
          padding: 0.8mm 1.2mm; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line;
          text-align: left; }
        .list th { text-align: center; }
        .particulars th { width: 26%; font-weight: normal; }
        .list tr, .list tbody, .particulars { break-inside: avoid; }
        .list td.figure { text-align: right; font-variant-numeric: tabular-nums; }
        .list .proof td { font: 7pt "DejaVu Sans Mono", Menlo, Consolas, monospace;
          border-top: none; padding-top: 0; }
        .signatures { display: flex; flex-wrap: wrap; gap: 4mm; break-inside: avoid; }
        .place { flex: 1 1 40%; border: 0.5pt solid #000; padding: 2mm 3mm; min-height: 24mm;
          font-size: 9.5pt; overflow-wrap: anywhere; }
        .closing { margin: 8mm 8mm 0 0; text-align: right; break-inside: avoid; }
        footer { margin-top: 4mm; border-top: 0.5pt solid #000; padding-top: 1mm; font-size: 7pt;
          line-height: 1.4; overflow-wrap: anywhere; }
        @media screen { body { padding: 12mm 6mm; } table.sheet { margin-bottom: 16mm; } }

        """
}
