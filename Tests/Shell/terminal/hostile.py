"""Text that wants to move the cursor, hide, reverse or reach outside its line, in whatever users fill: recorded by the
command line, shown at every place that shows it, typed and pasted. The screen stays aligned, the window keeps its title
and the terminal its modes.
"""

import json
import re

from county import NOW, Board
from everywhere import check_frame
from places import Place, walk
from tmux import Checks, Terminal

ESC, BEL = "\x1b", "\x07"
#: Each class of the gate, between two signs that are looked for; a title holds 200 characters.
CLASSES = {
    "controls": "\x01\x08\x0e\x7f\b\b\b", "one-byte controls": "\x9b31m\x85\x90\x9d2;hacked\x9c", "colours": f"{ESC}[31;5;7m",
    "clearing": f"{ESC}[2J{ESC}[H{ESC}[9999B", "a reset": f"{ESC}c{ESC}[!p", "a title": f"{ESC}]2;hacked{BEL}{ESC}]0;hacked{ESC}\\",
    "modes": f"{ESC}[?1049l{ESC}[?25h{ESC}[?1000h{ESC}[?7h", "the clipboard": f"{ESC}]52;c;aGFja2Vk{BEL}", "a link": f"{ESC}]8;;http://x{ESC}\\y",
    "device strings": f"{ESC}Ptmux;{ESC}{ESC}]2;hacked{BEL}{ESC}\\", "a question": f"{ESC}[6n{ESC}[c", "other letters": f"{ESC}(0lqk{ESC}N",
    "reversal": "\u202egnp.\u202c\u2066x\u2069\u200f\u061c", "nothing to see": "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\U000e0041",
    "selectors": "\ufe0f\ufe0e\ufe00\U000e0100", "marks": "a" + "\u0301\u0489\u20dd" * 60, "loose marks": "\u0301\u3099\u0e31",
    "no characters": "\u0378\uffff\U0010ffff\u2fe0", "private": "\ue000\U000f0000", "line ends": "\r\n甲\r乙\v丙\f丁\u0085戊\u2028己\u2029庚",
    "tabs": "\t\t|\t", "emoji": "👨‍👩‍👧‍👦🇨🇳👍🏽❤️🏴‍☠️1️⃣", "half jamo": "\u1100\u1161\u11a8\u1160", "other scripts": "مرحبا שלום नमस्ते ไทย ﷽",
    "wide and long": "長" * 190,
}
ORGANISATION = "91330624147643211E"
BEGIN, END = "险甲", "乙境"


def hostile(name):
    return BEGIN + CLASSES[name] + END


def check(checks, terminal, where, title):
    """Nothing has reached beyond its place."""
    screen = terminal.steady(looks=3)
    size = terminal.size()
    where = f"{where} at {size}"
    check_frame(checks, screen.replace("\ufffd", "?"), size, where)
    checks.equal(terminal.title(), title, f"{where}: the window's title")
    checks.equal(
        {name: value for name, value in terminal.modes().items() if name != "cursor_flag"},
        {"alternate_on": "1", "mouse_any_flag": "1", "mouse_sgr_flag": "1", "keypad_cursor_flag": "0", "wrap_flag": "0"},
        f"{where}: modes")
    rights = [line for line in screen.split("\n")]
    checks.holds(re.search(r"\d\d:\d\d$", rights[0]), f"{where}: the clock is not at the right edge: {rights[0]!r}")
    terminal.press("C-l")
    terminal.until(lambda seen: seen == screen, f"{where}: drawn anew it looks otherwise than\n{screen}")
    return screen


def record(board):
    """Hostile texts in drafts, organisations, statements, the names of documents, reasons."""
    drafts = {}
    for name in CLASSES:
        text = hostile(name)[:200]
        told = board.do("cao-lixin", "new", "create", title=text, background=text, chain=text[:40])
        drafts[name] = re.search(r"XC-\d{4}-\d{4}", told).group(0)
    everything = "".join(hostile(name) for name in CLASSES if name != "wide and long")
    board.run("lu-guanping", "org", "register", ORGANISATION, "--name", everything[:100], "--kind", "buyer")
    milestone = "XC-2026-0003/milestone/1.1"
    evidence = board.folder / "报告\x1b]2;hacked\x07\u202e.txt"
    evidence.write_text("材料")
    board.do("jiang-linfeng", milestone, "submit", statement=everything, evidence=json.dumps(
        [{"title": hostile("a title")[:200], "digest": f"@{evidence}", "kind": "report"}]))
    board.do("jiang-linfeng", "XC-2026-0003/contract/1", "state-ground", cause="infeasible", reason=everything, clause=everything[:200])
    return drafts


def shown(checks, board, drafts):
    """Wherever they come up, small and large, in both languages."""
    ways = [
        Place("board", "cao-lixin", "2 @XC- G", "XC-"), Place("palette", "cao-lixin", "2 @XC- : =险甲", "险甲"),
        Place("file", "cao-lixin", f": ={drafts['a title']} Enter @条款摘要 m", "险甲"),
        Place("timeline", "cao-lixin", f": ={drafts['reversal']} Enter @条款摘要 BTab BTab @[经过]", "起草"),
        Place("event", "cao-lixin", f": ={drafts['line ends']} Enter @条款摘要 BTab BTab @[经过] @起草 Enter", "ChallengeDrafted"),
        Place("post", "cao-lixin", f": ={drafts['marks']} Space =submit Enter", "险甲"),
        Place("directory", "lu-guanping", "4 @an-zimo Tab @91310115MANH7DFX3G / =险", "险甲"),
        Place("organisation", "lu-guanping", f": ={ORGANISATION} Enter", "险甲"),
        Place("act", "guo-anlan", ": =XC-2026-0003/milestone/1.1 Enter", "险甲"),
        Place("log", "hong-jianqing", "5 @已提出终止事由 Enter", "TerminationGround"),
    ]
    for place in ways:
        for size in [(80, 24), (200, 60)]:
            with opened(board, place, size) as terminal:
                title = terminal.title()
                check(checks, terminal, place.name, title)
                for _ in range(4):
                    terminal.press("PageDown")
                    check(checks, terminal, place.name, title)


def opened(board, place, size):
    terminal = Terminal(board.command(place.person, "--at", NOW, "tui"), size=size)
    terminal.expect("示例")
    walk(terminal, place)
    return terminal


def each_draft(checks, board, drafts):
    """One terminal goes through all drafts by the palette."""
    with opened(board, Place("inbox", "cao-lixin", "", "人机协作"), (80, 24)) as terminal:
        title = terminal.title()
        for name, number in drafts.items():
            walk(terminal, Place(name, "", f": ={number} Enter @条款摘要", "险甲"))
            check(checks, terminal, f"a draft with {name}", title)
            terminal.press("Escape")
            terminal.expect("人机协作")


def pasted(checks, board):
    """Pasted and typed in a form: what was replaced is told, nothing is done."""
    with opened(board, Place("post", "cao-lixin", "@人机协作 Enter @需求类别", "产业链"), (80, 24)) as terminal:
        title = terminal.title()
        for name in CLASSES:
            terminal.press("C-u")
            terminal.paste(hostile(name))
            terminal.expect(END)
            check(checks, terminal, f"pasted {name}", title)
        terminal.press("C-u")
        terminal.send((f"{ESC}]2;hacked{BEL}" + BEGIN).encode())
        terminal.expect(BEGIN)
        check(checks, terminal, "typed a title", title)


def printed(checks, board, drafts):
    """The command line shows the same texts without a control."""
    for words in [["list"], ["show", drafts["a title"]], ["timeline", drafts["clearing"]], ["inbox"], ["show", "XC-2026-0003"]]:
        told = board.run("cao-lixin" if words[-1] != "XC-2026-0003" else "guo-anlan", *words)
        bad = re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told)
        checks.holds(not bad, f"{words} prints {bad}")


def main():
    checks = Checks()
    with Board() as board:
        drafts = record(board)
        each_draft(checks, board, drafts)
        shown(checks, board, drafts)
        pasted(checks, board)
        printed(checks, board, drafts)
        checks.holds(board.is_sound(), "the log is not sound")
    print(checks.told())


if __name__ == "__main__":
    main()
