"""Writes Sources/TerminalKit/Width/WidthTable.swift from the Unicode 17 tables of the PyPI package `wcwidth`.

    python3 -m venv /tmp/w && /tmp/w/bin/pip install wcwidth==0.7.0 && /tmp/w/bin/python scripts/width-table.py

The package is pinned: its tables are EastAsianWidth-17.0.0.txt and DerivedGeneralCategory-17.0.0.txt, cut to ranges,
and Unicode 17 is also what Swift's standard library knows, so that both speak of the same characters.
"""

import pathlib

import wcwidth
from wcwidth.table_ambiguous import AMBIGUOUS_EASTASIAN
from wcwidth.table_mc import CATEGORY_MC
from wcwidth.table_wide import WIDE_EASTASIAN
from wcwidth.table_zero import ZERO_WIDTH

PACKAGE, UNICODE = "0.7.0", "17.0.0"
if wcwidth.__version__ != PACKAGE:
    raise SystemExit(f"wcwidth {wcwidth.__version__} is installed, the table is made from {PACKAGE}")

# Later ones win: a combining mark is nothing wide whatever its East Asian Width says.
LAYERS = ((3, AMBIGUOUS_EASTASIAN), (2, WIDE_EASTASIAN), (0, CATEGORY_MC), (0, ZERO_WIDTH))

widths = bytearray(b"\x01" * 0x110000)
for value, table in LAYERS:
    for first, last in table[UNICODE]:
        widths[first : last + 1] = bytes([value]) * (last - first + 1)

starts = [(0, widths[0])]
for scalar in range(1, 0x110000):
    if widths[scalar] != starts[-1][1]:
        starts.append((scalar, widths[scalar]))

rows, row = [], ""
for scalar, value in starts:
    word = f"0x{scalar << 2 | value:X},"
    if len(row) + len(word) + 1 > 90:
        rows.append(row)
        row = ""
    row += (" " if row else "") + word
rows.append(row)

target = pathlib.Path(__file__).parent.parent / "Sources/TerminalKit/Width/WidthTable.swift"
target.write_text(
    f"""/// Columns of every scalar: Unicode {UNICODE}, from wcwidth {PACKAGE}, by `scripts/width-table.py`; not written by hand.
///
/// Each number is the first scalar of a range, shifted left by two, and the range's value: 0 combining, 1 narrow, 2 wide, 3 ambiguous.
enum WidthTable {{
    static let unicodeVersion = "{UNICODE}"

    // swift-format-ignore
    static let starts: [UInt32] = [
""".replace(", by `scr", ",\n/// by `scr").replace("two, and the", "two, and the\n///")
    + "\n".join("        " + r for r in rows)
    + "\n    ]\n}\n"
)
