"""Every kind of field: text as an input method sends it, the caret where the input method's window has to stand, and
pastes longer than the field takes.
"""

from county import NOW, Board
from places import Place, walk
from tmux import Checks, Terminal, cells

POST = "@人机协作 Enter @需求类别"
#: Fields by their places; each is emptied before it is typed in.
FIELDS = [
    Place("a line", "cao-lixin", POST, "产业链"),
    Place("a text", "cao-lixin", f"{POST} Tab Tab Tab", "产业链"),
    Place("a reason", "xu-zhengyang", "@铜合金 Enter @M10 r @逐项 Enter", "事项"),
    Place("palette", "xu-zhengyang", "@铜合金 :", "前往：榜单"),
    Place("persons", "xu-zhengyang", "@铜合金 P", "ding-ruoyu"),
    Place("inbox filter", "xu-zhengyang", "@铜合金 /", "铜合金"),
    Place("board search", "xu-zhengyang", "2 @XC-2023-0001 /", "/"),
    Place("facets", "xu-zhengyang", "2 @XC-2023-0001 f", "环节 · 企业出题"),
    Place("case filter", "hong-jianqing", "2 @XC-2023-0001 Enter @径向 /", "/"),
    Place("directory filter", "lu-guanping", "4 @an-zimo /", "/"),
    Place("log filter", "hong-jianqing", "5 @JBGS /", "事项名称"),
    Place("moment", "hong-jianqing", "5 @JBGS a", "日志序号"),
    Place("anchor", "hong-jianqing", "5 @JBGS V", "锚点文件"),
    Place("naming", "lu-guanping", "4 @an-zimo n", "新人员"),
    Place("demands", "li-wanqing", ": =导入 @导入需求 Enter", "清单文件路径"),
    Place("receipt", "luo-changhe", "@低温 Enter @承诺值 i", "jiebang-receipt/1"),
    Place("comment", "ji-ranzhi", "@山区 Enter @加权总分 Enter", "评语"),
    Place("amount to confirm", "ma-suqin", "@风电 Enter @Y11 a @各项条件 C-s", "将记录"),
]
SECRET = Place("passphrase", "tian-shouzheng", ": =启封密钥 @启封密钥 Enter", "再次输入")
LONG = 10_000


def opened(board, place):
    terminal = Terminal(board.command(place.person, "--at", NOW, "tui"))
    terminal.expect("示例")
    walk(terminal, place)
    return terminal


def check_caret(checks, terminal, text, behind, where):
    """That the real cursor stands so many cells behind the beginning of a text."""
    column, row = terminal.place(text)
    expected = (column + behind, row, True)
    terminal.until(lambda _: terminal.cursor() == expected, f"{where}: the caret is not at {expected}")
    checks.passed += 1


def typed(checks, terminal, where):
    """Several characters in one write, one split over two, and the caret among them."""
    terminal.press("C-u")
    terminal.send("揭榜挂帅".encode())
    checks.sees(terminal, "揭榜挂帅")
    check_caret(checks, terminal, "揭榜挂帅", 8, where)
    split = "轴承".encode()
    terminal.send(split[:2])
    terminal.send(split[2:5])
    terminal.send(split[5:])
    checks.sees(terminal, "揭榜挂帅轴承")
    check_caret(checks, terminal, "揭榜挂帅轴承", 12, where)
    for _ in range(3):
        terminal.press("Left")
    check_caret(checks, terminal, "揭榜挂帅轴承", 6, where)
    terminal.send("（新）".encode())
    checks.sees(terminal, "揭榜挂（新）帅轴承")
    check_caret(checks, terminal, "揭榜挂（新）", 12, where)
    terminal.press("End")
    terminal.press("C-u")
    terminal.expect_gone("揭榜挂（新）")


def pasted(checks, terminal, where, character="汉"):
    """What found no room is told by its number; the next key works."""
    terminal.paste(character * LONG)
    screen = terminal.until(lambda seen: "✗ +" in seen or "个字符未录入" in seen, f"{where}: nothing tells what was cut")
    checks.holds(all(cells(line) <= 80 for line in screen.split("\n")), f"{where}: a line is too long")
    checks.holds("示例" in screen.split("\n")[0], f"{where}: no header")
    terminal.press("C-u")
    terminal.expect_gone("✗ +", "个字符未录入")
    checks.passed += 1


def secret(checks, board):
    """A passphrase is never shown, not even for a moment; its caret stands behind the asterisks."""
    with opened(board, SECRET) as terminal:
        terminal.send("口令有十个字那么长了".encode())
        checks.sees(terminal, "*" * 10)
        check_caret(checks, terminal, "*" * 10, 10, "passphrase")
        checks.holds("十个字" not in terminal.screen(), "a passphrase is shown")
        pasted(checks, terminal, "passphrase")


def unbracketed(checks, board):
    """A terminal without brackets sends a paste as keys."""
    with opened(board, FIELDS[1]) as terminal:
        terminal.press("C-u")
        terminal.send(("一段" * 500 + "到此为止").encode())
        checks.sees(terminal, "到此为止")


def main():
    checks = Checks()
    with Board() as board:
        for place in FIELDS:
            with opened(board, place) as terminal:
                typed(checks, terminal, place.name)
                pasted(checks, terminal, place.name)
        secret(checks, board)
        unbracketed(checks, board)
        checks.holds(board.is_sound(), "the log is not sound")
    print(checks.told())


if __name__ == "__main__":
    main()
