"""A program in a terminal that others wrote: tmux, on a server of its own, told what a user types, asked what a user sees.

Nothing waits a fixed time: what has to come is looked for until it is there, and where it does not come the screen is printed.
"""

import atexit
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unicodedata

LOOK = 0.03  # seconds between two looks at the screen
PATIENCE = 20  # seconds after which what has to come does not come any more

SETTINGS = [
    "status off", "default-terminal tmux-256color", "allow-rename off", "focus-events on",
    "remain-on-exit on", "remain-on-exit-format ''",
]


class Missed(AssertionError):
    """What had to be seen was not."""


class Terminal:
    """A pane with one program in it; `with` ends both."""

    def __init__(self, command, size=(80, 24), environment=None, folder=None):
        """Starts `command`, a list; `environment` is added to the plain one, `folder` is where it starts."""
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="jiebang-tmux-"))
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "TMUX_TMPDIR": str(self.home),
            "TERM": "xterm-256color", "SHELL": "/bin/sh",
        }
        added = [part for name, value in (environment or {}).items() for part in ("-e", f"{name}={value}")]
        # Also where the program is ended by what it has missed, before `with` has begun.
        atexit.register(self.end)
        settings = self.home / "tmux.conf"
        settings.write_text("".join(f"set-option -g {each}\n" for each in SETTINGS))
        self.ask("-f", str(settings), "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
                 "-c", str(folder or self.home), *added, "--", *map(str, command))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Kills the server of this terminal, and no other."""
        subprocess.run(self._tmux("kill-server"), env=self.environment, capture_output=True)
        shutil.rmtree(self.home, ignore_errors=True)

    def _tmux(self, *words):
        return ["tmux", "-u", "-L", "jiebang", *words]

    def ask(self, *words, given=None):
        """One tmux command and what it answers."""
        told = subprocess.run(
            self._tmux(*words), env=self.environment, input=given, capture_output=True, text=True, errors="replace")
        if told.returncode:
            raise Missed(f"tmux {' '.join(words)}: {told.stderr}")
        return told.stdout

    def told(self, name):
        """A tmux variable of the pane."""
        return self.ask("display-message", "-p", f"#{{{name}}}").rstrip("\n")

    # What a user does.

    def press(self, *keys):
        """Keys by tmux's names: `Enter`, `Escape`, `Up`, `BTab`, `C-a`, `F1`, `a`."""
        self.ask("send-keys", *keys)

    def type(self, text):
        """Text key by key, as from a keyboard or an input method."""
        if text:
            self.ask("send-keys", "-l", "--", text)

    def paste(self, text):
        """Text at once, in brackets where the program asked for them."""
        self.ask("load-buffer", "-b", "paste", "-", given=text)
        self.ask("paste-buffer", "-p", "-r", "-d", "-b", "paste")

    def send(self, sent):
        """Bytes as they are."""
        if sent:
            self.ask("send-keys", "-H", *(f"{byte:02x}" for byte in sent))

    def mouse(self, column, row, button=0, pressed=True):
        """A mouse's report in SGR 1006; the first cell is 0, 0. Buttons 64 and 65 are the wheel, 32 is added for a drag."""
        self.send(f"\x1b[<{button};{column + 1};{row + 1}{'M' if pressed else 'm'}".encode())

    def click(self, text, button=0):
        """Presses and releases where a text is shown."""
        column, row = self.place(text)
        self.mouse(column, row, button)
        self.mouse(column, row, button, pressed=False)

    def resize(self, columns, rows):
        self.ask("resize-window", "-x", str(columns), "-y", str(rows))

    def signal(self, number=signal.SIGTERM):
        os.kill(int(self.told("pane_pid")), number)

    # What a user sees.

    def screen(self, styled=False):
        """The screen's text, line by line without blanks at their ends; with its escapes where `styled`."""
        return "\n".join(self.ask("capture-pane", "-p", *(["-e"] if styled else [])).split("\n")[:-1])

    def look(self):
        """The screen with the caret's column and row and whether it is shown, all of one moment."""
        told = self.ask("capture-pane", "-p", ";", "display-message", "-p", "#{cursor_x}:#{cursor_y}:#{cursor_flag}")
        *lines, caret, _ = told.split("\n")
        column, row, shown = caret.split(":")
        return "\n".join(lines), int(column), int(row), shown == "1"

    def lines(self):
        return self.screen().split("\n")

    def place(self, text):
        """The column and row in cells at which a text begins."""
        for row, line in enumerate(self.lines()):
            if text in line:
                return cells(line[: line.index(text)]), row
        raise Missed(self._seen(f"“{text}” is not there"))

    def cursor(self):
        """Column and row, and whether it is shown."""
        return self.look()[1:]

    def size(self):
        columns, rows = self.told("pane_width}:#{pane_height").split(":")
        return int(columns), int(rows)

    def title(self):
        return self.told("pane_title")

    def is_alternate(self):
        """Whether the program has the alternate screen."""
        return self.told("alternate_on") == "1"

    def modes(self):
        """Which of the modes are on that a program leaves behind when it does not tidy up."""
        names = ["alternate_on", "mouse_any_flag", "mouse_sgr_flag", "keypad_cursor_flag", "cursor_flag", "wrap_flag"]
        return dict(zip(names, self.told("}:#{".join(names)).split(":")))

    def stty(self):
        """The line discipline's settings, as a set of words: `-echo` is off, `echo` is on.

        It goes with the pane's first program: to see what another left behind, run that under a shell.
        """
        told = subprocess.run(
            ["stty", "-F", self.told("pane_tty"), "-a"], capture_output=True, text=True, check=True).stdout
        return set(re.split(r"[;\s]+", told))

    def is_running(self):
        return self.told("pane_dead") == "0"

    # What has to come.

    def until(self, holds, what, patience=PATIENCE):
        """Looks until `holds(screen)`; gives that screen."""
        end = time.monotonic() + patience
        while True:
            screen = self.screen()
            if holds(screen):
                return screen
            if time.monotonic() > end:
                raise Missed(self._seen(f"after {patience} s {what}", screen))
            time.sleep(LOOK)

    def expect(self, *texts, patience=PATIENCE):
        """Waits until every one of the texts is on the screen; gives the screen."""
        return self.until(
            lambda screen: all(text in screen for text in texts), f"not all of {list(texts)} are there", patience)

    def expect_match(self, pattern, patience=PATIENCE):
        """Waits until a pattern matches the screen; gives the match."""
        return re.search(pattern, self.until(
            lambda screen: re.search(pattern, screen, re.M), f"/{pattern}/ does not match", patience), re.M)

    def expect_gone(self, *texts, patience=PATIENCE):
        """Waits until none of the texts is on the screen; gives the screen."""
        return self.until(
            lambda screen: not any(text in screen for text in texts), f"some of {list(texts)} are still there", patience)

    def steady(self, patience=PATIENCE, looks=2):
        """Waits until something is there and so many looks in a row show the same; gives the screen."""
        seen = []
        def holds(screen):
            seen.append((screen, self.cursor()))
            return screen.strip() and len(seen) >= looks and all(each == seen[-1] for each in seen[-looks:])
        return self.until(holds, "the screen still changes", patience)

    def ended(self, patience=PATIENCE):
        """Waits until the program has ended; gives its exit status, or minus the signal that ended it."""
        self.until(lambda _: not self.is_running() and any(self._ends()), "the program still runs", patience)
        status, killed = self._ends()
        return int(status) if status else -int(killed)

    def _ends(self):
        # tmux may miss that a program has ended until another of its children does.
        self.ask("run-shell", "true")
        return self.told("pane_dead_status}:#{pane_dead_signal").split(":")

    def _seen(self, fault, screen=None):
        columns, rows = self.size()
        shown = self.screen() if screen is None else screen
        return f"{fault}; the screen of {columns}x{rows}:\n" + "\n".join(f"│{line}" for line in shown.split("\n"))


def cells(text):
    """How many cells a text takes, of those that screens here show."""
    return sum(
        0 if unicodedata.category(each) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def is_certain(text):
    """Whether everybody agrees on how many cells a text takes: no marks, no emoji, no letters that are joined."""
    return not any(
        unicodedata.category(each) in ("Mn", "Mc", "Me", "Cf", "Cn", "Co", "Sk") or ord(each) > 0x1F000
        or "\u0590" <= each <= "\u1fff" or "\ufb50" <= each <= "\ufefe" for each in text)


class Checks:
    """Counts what held; the first that does not ends the program."""

    def __init__(self):
        self.passed = 0

    def holds(self, condition, what):
        if not condition:
            raise Missed(what)
        self.passed += 1

    def equal(self, found, expected, what):
        self.holds(found == expected, f"{what}: {found!r}, not {expected!r}")

    def sees(self, terminal, *texts, patience=PATIENCE):
        """That the user sees every one of the texts; gives the screen."""
        screen = terminal.expect(*texts, patience=patience)
        self.passed += 1
        return screen

    def told(self):
        return f"{self.passed} passed, 0 failed"
