"""What others record while one looks appears by itself, and nothing that one has in hand is lost."""

from county import Board
from places import Place, walk
from tmux import Checks, Terminal

MILESTONE = "XC-2026-0007/milestone/1.1"
SOON = 3  # seconds; a second on a machine that has nothing else to do


def opened(board, person, size=(80, 24)):
    terminal = Terminal(board.command(person, "tui"), size=size)
    terminal.expect("示例")
    return terminal


def lists(checks):
    """An approval leaves the inbox, moves the case on in the board and in its file, and changes the counts of the header."""
    with Board() as board, opened(board, "xu-zhengyang") as inbox, opened(board, "ding-ruoyu") as cases, \
            opened(board, "hong-jianqing") as file, opened(board, "guo-anlan") as form:
        checks.sees(inbox, "高速角接触")
        milestones = int(inbox.expect_match(r"里程碑 (\d+)").group(1))
        posed, assisted = (int(inbox.expect_match(rf"{lane} (\d+) ").group(1)) for lane in ["企业出题", "政府助题"])
        for _ in range(2):
            inbox.press("Down")
        inbox.type("/")
        inbox.type("承")
        checks.sees(inbox, "第三代轮毂轴承", "高速角接触")
        cases.type("2")
        checks.sees(cases, "XC-2023-0001")
        cases.type("/")
        cases.type("高速角接触")
        cases.press("Enter")
        checks.sees(cases, "1 条", "攻关")
        walk(file, Place("contract", "hong-jianqing", ": =XC-2026-0007 Enter @条款 BTab @经过", "里程碑成果已提交"))
        while "[合同]" not in file.steady():
            file.press("BTab")
        checks.sees(file, "里程碑 1.1", "待审核批准")
        walk(form, Place("form", "guo-anlan", "@微型轴承 Down Down Enter @C3 r @逐项 Enter @事项", "理由"))
        form.type("正在填写的内容")
        checks.sees(form, "正在填写的内容")
        caret = form.cursor()
        board.do("ding-ruoyu", MILESTONE, "approve")
        screen = inbox.until(lambda seen: "高速角接触" not in seen, "the approved milestone is still there", SOON)
        checks.holds("第三代轮毂轴承" in screen and "/ 承" in screen, f"the filter is lost:\n{screen}")
        checks.sees(inbox, f"里程碑 {milestones - 1}", patience=SOON)
        checks.sees(file, "已达成", patience=SOON)
        checks.sees(form, "正在填写的内容")
        checks.equal(form.cursor(), caret, "the caret in a form")
        board.do("guo-anlan", "XC-2026-0027", "accept")
        checks.sees(cases, "1 条")
        checks.sees(inbox, f"企业出题 {posed - 1} ❯ 政府助题 {assisted + 1}", patience=SOON)


def selection(checks):
    """A row that comes above does not move what is selected and where one has scrolled to."""
    with Board() as board, opened(board, "hong-jianqing") as log:
        count = f"共 {board.position()} 条"
        log.type("5")
        checks.sees(log, count)
        for _ in range(30):
            log.press("Down")
        log.press("Enter")
        number = log.expect_match(r"事件 (\d+) ").group(1)
        log.press("Escape")
        log.expect(count)
        board.do("ding-ruoyu", MILESTONE, "approve")
        log.until(lambda seen: count not in seen, "the log does not grow", SOON)
        log.press("Enter")
        checks.sees(log, f"事件 {number} ")


def conflict(checks):
    """What was shown is what is recorded: where the case has moved nothing is, and the screen says what is there now."""
    for keys, asked in [("a", "将记录"), ("e", "说明")]:
        with Board() as board, opened(board, "xu-zhengyang") as terminal:
            walk(terminal, Place("act", "xu-zhengyang", f"@铜合金 Enter @M10 {keys}", asked))
            if keys == "e":
                terminal.type("同意")
                terminal.press("C-s")
                checks.sees(terminal, "将记录", "同意")
            board.do("ding-ruoyu", MILESTONE, "approve")
            before = board.position()
            terminal.press("Enter")
            checks.sees(terminal, "未作记录")
            checks.equal(board.position(), before, "events")
            checks.equal(board.run("xu-zhengyang", "timeline", "XC-2026-0007").count("里程碑已批准"), 1, "approvals")
            checks.holds(board.is_sound(), "the log is not sound")


def main():
    checks = Checks()
    lists(checks)
    selection(checks)
    conflict(checks)
    print(checks.told())


if __name__ == "__main__":
    main()
