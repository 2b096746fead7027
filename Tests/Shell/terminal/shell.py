"""The program as a user starts it: from a shell, which has the terminal again when it stops or ends."""

import os
import pathlib
import shlex
import signal
import tempfile

from county import NOW
from tmux import Missed, Terminal

PROMPT = "ready>"
TITLE = "the shell has its own title"
#: What a terminal has off, or on, when nobody has it but the shell.
UNTOUCHED = {
    "alternate_on": "0", "mouse_any_flag": "0", "mouse_sgr_flag": "0", "keypad_cursor_flag": "0", "cursor_flag": "1",
    "wrap_flag": "1",
}


class Shell(Terminal):
    """A terminal with a shell in it, from which the board is opened again and again."""

    def __init__(self, board, size, environment=None):
        self.board = board
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="jiebang-shell-"))
        super().__init__(
            ["bash", "--norc", "--noprofile", "-i"], size,
            {"PS1": PROMPT + " ", "PROMPT_COMMAND": "", "HISTFILE": "", **(environment or {})})
        self.type(f"printf '\\033]2;{TITLE}\\033\\\\'\n")
        self.until(lambda _: self.title() == TITLE, "the shell has no title")
        self.settings = self.line()

    def line(self):
        """What `stty -a` tells to a program of the shell: while it edits a line itself it has other settings."""
        told = self.folder / "stty"
        told.unlink(missing_ok=True)
        self.type(f"stty -a >{told}.new && mv {told}.new {told}\n")
        self.until(lambda _: told.exists(), "the shell does not answer")
        return told.read_text().partition("\n")[2]  # without the size

    def open(self, person, *words, language="zh"):
        """Opens the board as a person at a fixed time; what it ends with is told behind it."""
        command = self.board.command(person, "--at", NOW, "tui", *words, language=language)
        # What is typed is short: a long line would be wrapped and edited.
        script = self.folder / "open"
        script.write_text(f"exec {shlex.join(command)}\n")
        self.type(f"clear; sh {script}; echo ended=$?\n")
        self.until(lambda screen: self.is_alternate() and screen.strip(), "the program does not show anything")

    def program(self):
        """The number of the process that has the terminal."""
        shell = self.told("pane_pid")
        return int(pathlib.Path(f"/proc/{shell}/stat").read_text().rsplit(")", 1)[1].split()[5])

    def tell(self, number):
        os.kill(self.program(), number)

    def scribble(self):
        """Something else writes on the screen, as `wall` does."""
        with open(self.told("pane_tty"), "w") as tty:
            tty.write("\033[7;3Hscribbled over")
        self.expect("scribbled over")

    def check_untouched(self, checks, where):
        """That the shell has the terminal as it was before."""
        self.until(lambda screen: screen.rstrip().endswith(PROMPT), f"{where}: the shell has not the terminal")
        self.until(lambda _: self.modes() == UNTOUCHED, f"{where}: modes are left on: {self.modes()}")
        checks.equal(self.line(), self.settings, f"{where}: the line's settings")
        checks.equal(self.title(), TITLE, f"{where}: the window's title")

    def stopped(self, checks, where):
        """Waits until the program has stopped, looks, and calls it back."""
        self.expect("Stopped")
        self.check_untouched(checks, where)
        self.type("fg; echo ended=$?\n")
        self.until(lambda _: self.is_alternate(), "the program does not come back")

    def ended(self, status, checks, where):
        """Waits until the program has ended, with its exit status."""
        self.expect(f"ended={status}")
        self.check_untouched(checks, where)
