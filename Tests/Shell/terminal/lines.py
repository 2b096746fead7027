"""The program without a screen: what it says where it is opened wrongly, plain mode, and as few colours as asked for."""

import os
import pty
import re
import subprocess

from county import NOW, Board
from tmux import Checks, Terminal

ESC = b"\x1b"


def usage(checks, board):
    """A wrong name is told with those that there are, in both languages, with the status of wrong usage."""
    for words, language, told in [
        (["--screen", "wrong"], "zh", "没有名为“wrong”的界面"), (["--screen", "wrong"], "en", "No screen is called “wrong”"),
        (["--screen", "case"], "zh", "inbox、board、dashboard、directory、audit"),
        (["--theme", "wrong"], "zh", "没有名为“wrong”的配色"), (["--theme", "wrong"], "en", "dark, light, high contrast, mono"),
        (["--wrong"], "zh", "--wrong"),
    ]:
        answer = board.ask("xu-zhengyang", "tui", *words, language=language)
        checks.equal(answer.returncode, 2, f"{words} in {language}")
        checks.holds(told in answer.stderr.decode(), f"{words} in {language}: {answer.stderr.decode()}")
        checks.holds(not answer.stdout, f"{words}: {answer.stdout}")
    with Terminal(board.command("xu-zhengyang", "tui", "--screen", "\x1b]2;hacked\x07")) as terminal:
        checks.equal(terminal.ended(), 2, "a hostile name")
        checks.holds(terminal.title() != "hacked", "an argument has named the window")


def inbox(checks, board):
    """Without a terminal, or with one that can do nothing, the inbox is listed."""
    piped = board.ask("xu-zhengyang", "tui")
    checks.equal(piped.returncode, 0, "piped")
    checks.holds("审批里程碑" in piped.stdout.decode() and ESC not in piped.stdout, piped.stdout.decode())
    for term in ["dumb", ""]:
        command = ["env", f"TERM={term}", *board.command("xu-zhengyang", "tui")]
        with Terminal(command, size=(160, 24)) as terminal:
            checks.equal(terminal.ended(), 0, f"TERM={term}")
            checks.holds("审批里程碑" in terminal.screen(), terminal.screen())
            checks.holds(not terminal.is_alternate(), "the alternate screen")


def plain(board, person, *lines, language="zh", term="xterm-256color"):
    """Plain mode, its answers given line by line; what it has written."""
    given = "".join(line + "\n" for line in lines).encode()
    told = board.ask(person, "--at", NOW, "tui", "--plain", given=given, language=language, environment={"TERM": term})
    assert told.returncode == 0, (told.stdout + told.stderr).decode()
    return told.stdout


def approval(checks):
    """A milestone is approved in plain mode, through pipes of lines, and no escape byte is written."""
    for language, yes, words in [("zh", "是", ["将记录", "里程碑已批准", "已记录"]), ("en", "y", ["Milestone", "Recorded"])]:
        with Board() as board:
            told = plain(board, "xu-zhengyang", "1", "1", "1", "", yes, "", "", "", language=language)
            text = told.decode()
            for each in words:
                checks.holds(each in text, f"plain mode does not say {each}:\n{text}")
            checks.holds(ESC not in told, f"plain mode writes an escape:\n{text}")
            checks.holds(b"\r" not in told and b"\x07" not in told, "plain mode writes controls")
            checks.holds("XC-2026-0007" in text, text)
            file = board.run("xu-zhengyang", "timeline", "XC-2026-0007")
            checks.holds("里程碑已批准" in file, file)
            checks.holds(board.is_sound(), "the log is not sound")


def plain_ways(checks, board):
    """What is refused says why; no is no; the end of input ends it; every place is reached."""
    before = board.position()
    text = plain(board, "xu-zhengyang", "1", "1", "1", "", "否", "", "", "").decode()
    checks.holds("将记录" in text, text)
    checks.equal(board.position(), before, "events after no")
    text = plain(board, "xu-zhengyang", "1", "1", "1", "").decode()
    checks.equal(board.position(), before, "events after the end of input")
    text = plain(board, "xu-zhengyang", "2", "谐波", "1", "", "", "6").decode()
    checks.holds("谐波减速器" in text, text)
    text = plain(board, "xu-zhengyang", "3", "XC-2026-0007/milestone/1.1", "", "").decode()
    checks.holds("批准里程碑" in text, text)
    text = plain(board, "xu-zhengyang", "3", "XC-2099-0001", "", "").decode()
    checks.holds("XC-2099-0001" in text and "!" in text, text)
    text = plain(board, "xu-zhengyang", "9", "", "").decode()
    checks.holds("1 至 6" in text, text)
    text = plain(board, "hong-jianqing", "1", "").decode()
    checks.holds("没有等待您办理的事项" in text, text)
    text = plain(board, None, "2", "*", "1", "", "", "").decode()
    checks.holds("XC-" in text, text)
    for told in [plain(board, "guo-anlan", "1", "1", "", "", ""), plain(board, "ji-ranzhi", "1", "1", "", "", "")]:
        checks.holds(ESC not in told, told.decode())


def plain_on_a_terminal(checks, board):
    """On a terminal, and a dumb one, lines are asked for as in a pipe."""
    for term in ["xterm-256color", "dumb"]:
        command = ["env", f"TERM={term}", *board.command("xu-zhengyang", "--at", NOW, "tui", "--plain")]
        with Terminal(command) as terminal:
            checks.sees(terminal, "要做什么？")
            terminal.type("1\n")
            checks.sees(terminal, "审批里程碑")
            checks.holds(not terminal.is_alternate(), "the alternate screen")
            terminal.press("C-d")
            terminal.press("C-d")
            checks.equal(terminal.ended(), 0, "the end of input")


def written(board, environment, *words):
    """All bytes that the program writes on a terminal until the inbox is there and it is quit."""
    reader, writer = pty.openpty()
    command = board.command("xu-zhengyang", "--at", NOW, *words, "tui")
    clean = {name: value for name, value in os.environ.items()
             if name not in ["NO_COLOR", "COLORTERM", "TERM", "LANG", "LC_ALL", "TMUX"]}
    program = subprocess.Popen(
        command, stdin=writer, stdout=writer, stderr=writer, close_fds=True, env={**clean, **environment},
        start_new_session=True)
    os.close(writer)
    told, asked = b"", False
    while True:
        try:
            some = os.read(reader, 65536)
        except OSError:
            break
        if not some:
            break
        told += some
        if not asked and "审批里程碑".encode() in told and "逾期 8".encode() in told.replace(ESC + b"[1m", b""):
            asked = True
            os.write(reader, b"q")
    os.close(reader)
    assert program.wait() == 0, told
    return told


def colours(checks, board):
    """As many colours as the terminal has, none where none are wanted; the locale changes nothing."""
    truecolor, indexed, basic = rb"\x1b\[[0-9;]*[34]8;2;", rb"\x1b\[[0-9;]*[34]8;5;", rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])[;m]"
    for environment, some, none in [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, [truecolor], []),
        ({"TERM": "xterm-256color"}, [indexed], [truecolor]),
        ({"TERM": "xterm-256color", "LANG": "C", "LC_ALL": "C"}, [indexed], [truecolor]),
        ({"TERM": "xterm"}, [basic], [truecolor, indexed]),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, [], [truecolor, indexed, basic]),
    ]:
        told = written(board, environment)
        for each in some:
            checks.holds(re.search(each, told), f"{environment}: no {each}")
        for each in none:
            checks.holds(not re.search(each, told), f"{environment}: {each}: {re.search(each, told)}")
        checks.holds("审批里程碑".encode() in told, f"{environment}: no inbox")
        checks.equal(told.count(b"\x1b[?1049h"), told.count(b"\x1b[?1049l"), f"{environment}: the alternate screen")


def main():
    checks = Checks()
    with Board() as board:
        usage(checks, board)
        inbox(checks, board)
        plain_ways(checks, board)
        plain_on_a_terminal(checks, board)
        colours(checks, board)
    approval(checks)
    print(checks.told())


if __name__ == "__main__":
    main()
