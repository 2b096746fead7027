"""The mouse: rows, wheel, heads of columns and tabs, header and footer, boxes, fields."""

from county import NOW, Board
from places import Place, walk
from tmux import Checks, Terminal

WHEEL_UP, WHEEL_DOWN = 64, 65


def opened(board, person, way="", sees="示例", size=(80, 24)):
    terminal = Terminal(board.command(person, "--at", NOW, "tui"), size=size)
    terminal.expect("示例")
    walk(terminal, Place("", person, way, sees))
    terminal.steady()
    return terminal


def wheel(terminal, text, button, times=1):
    column, row = terminal.place(text)
    for _ in range(times):
        terminal.mouse(column, row, button)


def rows(checks, board):
    """A click selects, a second one opens; the wheel moves on."""
    with opened(board, "guo-anlan", "@水禽疫苗") as terminal:
        terminal.click("微型轴承")
        terminal.press("Enter")
        checks.sees(terminal, "微型轴承", "条件")
        terminal.press("Escape")
        checks.sees(terminal, "水禽疫苗")
        terminal.click("水禽疫苗")
        terminal.click("水禽疫苗")
        checks.sees(terminal, "争议中", "委托复测")
        terminal.press("Escape")
        terminal.expect("水禽疫苗")
        wheel(terminal, "水禽疫苗", WHEEL_DOWN)
        terminal.press("Enter")
        checks.sees(terminal, "R290", "条件")
    with opened(board, "hong-jianqing", "5 @JBGS") as terminal:
        first = terminal.screen().split("\n")[5]
        wheel(terminal, "事件流", WHEEL_DOWN)
        column, row = terminal.place("事件流")
        for _ in range(20):
            terminal.mouse(column, row + 5, WHEEL_DOWN)
        checks.holds(first not in terminal.until(lambda seen: first not in seen, "the wheel scrolls nothing"), "scrolled")
        for _ in range(30):
            terminal.mouse(column, row + 5, WHEEL_UP)
        checks.sees(terminal, first.strip())


def heads(checks, board):
    """Heads of columns sort, heads of tabs turn, lanes and names in the header and keys in the footer do what they say."""
    with opened(board, "hong-jianqing", "2 @XC-2023-0001") as terminal:
        terminal.click("榜额（万元）")
        checks.sees(terminal, "按榜额")
        terminal.click("编号")
        checks.sees(terminal, "按编号", "XC-2023-0001")
        terminal.click("XC-2023-0001")
        checks.sees(terminal, "[条款]")
        terminal.click("合同")
        checks.sees(terminal, "[合同]")
        terminal.click("兑付")
        checks.sees(terminal, "[兑付]")
        terminal.click("Tab 下一页")
        checks.sees(terminal, "[文件]")
        terminal.click("企业出题")
        checks.sees(terminal, "榜额（万元）")
        terminal.click("? 帮助")
        checks.sees(terminal, "各屏通用")
        terminal.click("各屏通用")
        terminal.expect_gone("各屏通用")
        terminal.click("洪鉴清")
        checks.sees(terminal, "以谁的身份办理")
        terminal.click("guo-anlan")
        terminal.click("guo-anlan")
        checks.sees(terminal, "郭安澜", "复核市场评价")
        terminal.click(": 命令")
        checks.sees(terminal, "前往：驾驶舱")
        terminal.click("前往：驾驶舱")
        checks.sees(terminal, "中位天数")
        terminal.click("L English")
        checks.sees(terminal, "Dashboard")


def boxes(checks, board):
    """Inside a box its entries, beside it nothing but that it closes."""
    with opened(board, "xu-zhengyang", "2 @XC-2023-0001 f", "环节 · 政府助题") as terminal:
        terminal.click("环节 · 政府助题")
        checks.sees(terminal, "[x] 环节 · 政府助题")
        terminal.press("Escape")
        terminal.expect_gone("环节 · 政府助题")
    with opened(board, "xu-zhengyang", "@铜合金 :", "前往：榜单") as terminal:
        wheel(terminal, "前往：榜单", WHEEL_DOWN)
        terminal.mouse(0, 23)
        terminal.expect_gone("前往：榜单")
        checks.sees(terminal, "铜合金")
    with opened(board, "xu-zhengyang", "@铜合金 Enter @M10 a", "将记录") as terminal:
        wheel(terminal, "将记录", WHEEL_DOWN)
        terminal.expect_gone("将记录")
        wheel(terminal, "随之发生", WHEEL_UP)
        checks.sees(terminal, "将记录")
        terminal.mouse(0, 23)
        terminal.mouse(3, 0)
        checks.sees(terminal, "将记录")
    with opened(board, "cao-lixin", "@人机协作 Enter @需求类别", "产业链") as terminal:
        terminal.click("企业转型难点")
        terminal.click("企业转型难点")
        checks.sees(terminal, "未来布局重点")
        terminal.click("未来布局重点")
        terminal.expect_gone("技术创新卡点")
        checks.sees(terminal, "未来布局重点 ▾")
        terminal.click("F8 下一步")
        checks.sees(terminal, "指标")
    with opened(board, "ji-ranzhi", "@山区 Enter", "加权总分") as terminal:
        column, _ = terminal.place("申报方1")
        _, row = terminal.place("3 验证基础")
        terminal.mouse(column + 4, row)
        checks.sees(terminal, "▸3 验证基础")


def main():
    checks = Checks()
    with Board() as board:
        rows(checks, board)
        heads(checks, board)
        boxes(checks, board)
        checks.holds(board.is_sound(), "the log is not sound")
    print(checks.told())


if __name__ == "__main__":
    main()
