"""Writes the table of pinyin initials: GB 2312 orders its 3,755 level-1 characters by pinyin, so that where each initial begins is all one needs.

The characters come from Python's own codec; a character with several readings stands under the one GB 2312 sorts it by.
"""

import pathlib

STARTS = {
    "a": 0xB0A1, "b": 0xB0C5, "c": 0xB2C1, "d": 0xB4EE, "e": 0xB6EA, "f": 0xB7A2, "g": 0xB8C1,
    "h": 0xB9FE, "j": 0xBBF7, "k": 0xBFA6, "l": 0xC0AC, "m": 0xC2E8, "n": 0xC4C3, "o": 0xC5B6,
    "p": 0xC5BE, "q": 0xC6DA, "r": 0xC8BB, "s": 0xC8F6, "t": 0xCBFA, "w": 0xCDDA, "x": 0xCEF4,
    "y": 0xD1B9, "z": 0xD4D1,
}
PATH = pathlib.Path("Sources/TerminalKit/Widget/PinyinTable.swift")
HEAD = '''/// Made by `scripts/pinyin-table.py`; not to be edited.
enum PinyinTable {
    /// The level-1 characters of GB 2312 by the first letter of their pinyin; a semicolon before each letter.
    static let text: StaticString = """
'''


def characters():
    for row in range(0xB0, 0xD8):
        for column in range(0xA1, 0xFF):
            try:
                yield row << 8 | column, bytes((row, column)).decode("gb2312")
            except UnicodeDecodeError:
                pass


groups = {letter: "" for letter in STARTS}
for code, character in characters():
    groups[max((start, letter) for letter, start in STARTS.items() if start <= code)[1]] += character
text = "".join(f";{letter}{group}" for letter, group in groups.items())
lines = [text[start:start + 90] for start in range(0, len(text), 90)]
PATH.write_text(HEAD + "".join(f"        {line}\\\n" for line in lines[:-1]) + f'        {lines[-1]}\n        """\n}}\n')
