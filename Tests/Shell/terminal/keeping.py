"""What was typed is there again, whatever ended the program, and nothing is recorded by it."""

import os
import pathlib
import signal
import time

from county import NOW, Board
from places import Place, walk
from tmux import LOOK, PATIENCE, Checks, Missed, Terminal

POST = Place("post", "cao-lixin", "@人机协作 Enter @需求类别", "背景与难题")
RETURN = Place("form", "xu-zhengyang", "@铜合金 Enter @M10 r @逐项", "条款依据")
SCORE = Place("score", "ji-ranzhi", "@山区 Enter @加权总分 Enter", "评语")
#: How a program ends, and what its terminal then tells of it; nil where the terminal is gone as well.
ENDS = {
    "kill -9": lambda terminal: os.kill(int(terminal.told("pane_pid")), signal.SIGKILL),
    "SIGHUP": lambda terminal: os.kill(int(terminal.told("pane_pid")), signal.SIGHUP),
    "its terminal killed": lambda terminal: terminal.end(),
}


def opened(board, place):
    terminal = Terminal(board.command(place.person, "--at", NOW, "tui"))
    terminal.expect("示例")
    walk(terminal, place)
    return terminal


def kept(board):
    """All drafts beside the board, as one text."""
    folder = board.path.with_name(board.path.name + ".drafts")
    return "\n".join(each.read_text() for each in folder.glob("*.json")) if folder.exists() else ""


def until_kept(terminal, board, text):
    terminal.until(lambda _: text in kept(board), f"“{text}” is not kept")


def gone(number):
    """Waits until a process does nothing any more, which the terminal's end asks for and does not await."""
    end = time.monotonic() + PATIENCE
    while runs(number):
        if time.monotonic() > end:
            raise Missed(f"process {number} still runs")
        time.sleep(LOOK)


def runs(number):
    """Whether there is such a process and it is more than its entry; it may go while one looks."""
    try:
        return pathlib.Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def killed(checks, events):
    """A kill, a hang-up, the terminal gone: the draft is there again and the next start needs no repair."""
    for name, end in ENDS.items():
        for place, typed in [(POST, "断电前写下的标题"), (RETURN, "断电前写下的事项"), (SCORE, "断电前写下的评语")]:
            with Board() as board:
                terminal = opened(board, place)
                number = int(terminal.told("pane_pid"))
                if place is RETURN:
                    terminal.press("Enter")
                terminal.type(typed)
                checks.sees(terminal, typed)
                until_kept(terminal, board, typed)
                end(terminal)
                gone(number)
                terminal.end()
                with opened(board, place) as again:
                    checks.sees(again, typed)
                    again.press("C-c")
                    checks.equal(again.ended(), 0, f"{place.name} after {name}, left")
                checks.holds(board.is_sound(), f"{place.name} after {name}: the log is not sound")
                checks.equal(board.position(), events, f"{place.name} after {name}: events")


def left_at_once(checks):
    """Typed and left in one breath, before anything can have come to the disk."""
    for keys, name in [(b"\x03", "Ctrl-C"), (b"\x1b", "Esc")]:
        with Board() as board, opened(board, POST) as terminal:
            terminal.send("这一句刚刚打完".encode() + keys)
            if name == "Esc":
                checks.sees(terminal, "待补正")
                terminal.press("q")
            checks.equal(terminal.ended(), 0, f"left by {name}")
            checks.holds("这一句刚刚打完" in kept(board), f"left by {name}: only this is kept: {kept(board)[:300]}")


def not_kept(checks):
    """Where nothing can be kept, leaving asks."""
    with Board() as board:
        board.path.with_name(board.path.name + ".drafts").write_text("no folder")
        with opened(board, POST) as terminal:
            terminal.type("无处可存")
            checks.sees(terminal, "无处可存")
            terminal.expect_match(r"drafts")
            terminal.press("C-c")
            checks.sees(terminal, "尚未保存")
            terminal.press("Escape")
            terminal.expect_gone("尚未保存")
            terminal.press("C-c")
            checks.sees(terminal, "尚未保存")
            terminal.press("Enter")
            checks.equal(terminal.ended(), 0, "left nevertheless")


def recorded_once(checks, events):
    """A draft that was recorded is gone, and what is given twice is recorded once."""
    with Board() as board:
        with opened(board, RETURN) as terminal:
            terminal.press("Enter")
            terminal.type("圆度曲线")
            terminal.press("Tab")
            terminal.type("缺少三件样品的圆度曲线")
            terminal.press("Tab")
            terminal.type("合同第六条")
            checks.sees(terminal, "各项条件已满足")
            terminal.press("C-s")
            checks.sees(terminal, "将记录")
            # Enter pressed twice, as on a bouncing key.
            terminal.send(b"\r\r")
            checks.sees(terminal, "已记录")
            terminal.press("C-c")
            checks.equal(terminal.ended(), 0, "left after recording")
        checks.equal(board.run("xu-zhengyang", "timeline", "XC-2026-0007").count("退回"), 1, "returned")
        checks.equal(board.position(), events + 1, "events")
        checks.holds("圆度曲线" not in kept(board), "the draft is still there")
        checks.holds(board.is_sound(), "the log is not sound")


def main():
    checks = Checks()
    with Board() as board:
        events = board.position()
    killed(checks, events)
    left_at_once(checks)
    not_kept(checks)
    recorded_once(checks, events)
    print(checks.told())


if __name__ == "__main__":
    main()
