"""Every place of the program, in two terminals of different size: resized, scribbled over, stopped, called back and
ended there, it looks as if it had been opened like that, and leaves the terminal as it was.

    everywhere.py PART OF      the places are dealt out to so many, of which this is one
"""

import re
import signal
import sys

from county import Board
from places import OVERLAYS, SCREENS, walk
from shell import Shell
from tmux import Checks, Missed, cells, is_certain

SMALL, LARGE, LEAST, MIDDLE = (80, 24), (200, 60), (60, 15), (100, 30)


class Pair:
    """The same place twice, opened small and opened large."""

    def __init__(self, board, checks):
        self.small, self.large = Shell(board, SMALL), Shell(board, LARGE)
        self.both = [self.small, self.large]
        self.checks = checks

    def open(self, place):
        self.place = place
        for shell in self.both:
            shell.open(place.person)
        for shell in self.both:
            walk(shell, place)

    def where(self, size=None):
        return f"{self.place.name} at {size or 'any size'}"

    def same(self, shell, screen, where):
        """Waits until a screen is exactly another one."""
        try:
            shell.until(lambda found: found == screen, f"{where}: the screen is not as it should be")
        except Missed as missed:
            raise Missed(f"{missed}\nbut should be:\n{screen}") from None
        self.checks.passed += 1

    def walk_sizes(self):
        """Each is resized to what the other was opened at, both to what is too small, and back to small."""
        self.large.resize(*LARGE)
        self.large.until(lambda screen: len(screen.split("\n")[0]) > SMALL[0], "nothing is drawn so large")
        small, large = (shell.steady(looks=4) for shell in self.both)
        check_frame(self.checks, small, SMALL, self.where(SMALL))
        check_frame(self.checks, large, LARGE, self.where(LARGE))
        self.small.resize(*LARGE)
        self.large.resize(*SMALL)
        self.same(self.small, large, self.where(LARGE))
        self.same(self.large, small, self.where(SMALL))
        for shell in self.both:
            shell.resize(*LEAST)
        for shell in self.both:
            self.checks.sees(shell, "80", "24", "60", "15")
        for shell in self.both:
            shell.resize(*MIDDLE)
        self.large.expect_gone("60 列 15 行")
        middle = self.large.steady(looks=4)
        check_frame(self.checks, middle, MIDDLE, self.where(MIDDLE))
        self.same(self.small, middle, self.where(MIDDLE))
        for shell in self.both:
            shell.resize(*SMALL)
            self.same(shell, small, self.where(SMALL))
        self.checks.equal(self.small.cursor(), self.large.cursor(), f"{self.where(SMALL)}: the caret")
        return small

    def leave(self, screen):
        """Both are stopped and called back, and ended: one by its keys, the other from outside."""
        where = self.where(SMALL)
        self.small.scribble()
        self.small.press("C-l")
        self.same(self.small, screen, f"{where}, drawn anew")
        caret = self.large.cursor()
        self.small.press("C-z")
        self.large.tell(signal.SIGTSTP)
        for shell in self.both:
            shell.stopped(self.checks, where)
            self.same(shell, screen, f"{where}, called back")
            self.checks.equal(shell.cursor(), caret, f"{where}, called back: the caret")
        self.small.press("C-c")
        if self.place.asks:
            self.small.press("C-c")
        self.large.tell(signal.SIGTERM)
        self.small.ended(0, self.checks, where)
        self.large.ended(128 + signal.SIGTERM, self.checks, where)

    def end(self):
        for shell in self.both:
            shell.end()


def check_frame(checks, screen, size, where):
    """Header, lanes and footer stand where they belong, nothing is wider than the screen, boxes are whole."""
    lines = screen.split("\n")
    checks.equal(len(lines), size[1], f"{where}: rows")
    checks.holds("示例" in lines[0] or "往时" in lines[0], f"{where}: no header in {lines[0]!r}")
    checks.holds(re.match(r"[A-Za-z/?]", lines[-1]) or not lines[-1], f"{where}: no footer in {lines[-1]!r}")
    checks.holds(all(cells(line) <= size[0] for line in lines if is_certain(line)), f"{where}: a line is too long")
    checks.holds("\ufffd" not in screen, f"{where}: U+FFFD in\n{screen}")
    corners = [(row, place) for row, line in enumerate(lines) for place in range(len(line)) if line[place] == "┌"]
    whole = sum(is_whole(lines, row, place) for row, place in corners)
    # The one on top may cover one below it.
    checks.holds(len(corners) - whole <= 1 and (whole or not corners), f"{where}: a box is broken in\n{screen}")


def is_whole(lines, row, place):
    """Whether from a corner down to the bottom both sides of a box are there."""
    top = lines[row]
    if "┐" not in top[place:]:
        return False
    left, right = cells(top[:place]), cells(top[:top.index("┐", place)])
    for line in lines[row + 1:]:
        sides = at(line, left), at(line, right)
        if sides == ("└", "┘"):
            return True
        if is_certain(line) and any(side != "│" for side in sides):
            return False
    return False


def at(line, column):
    """The character at a column of cells; a blank where there is none."""
    here = 0
    for each in line:
        if here == column:
            return each
        here += cells(each)
    return " "


def main(part, parts):
    checks = Checks()
    with Board() as board:
        events = board.position()
        pair = Pair(board, checks)
        try:
            for place in (SCREENS + OVERLAYS)[part::parts]:
                pair.open(place)
                screen = pair.walk_sizes()
                for _ in range(place.leaves):
                    for shell in pair.both:
                        shell.press("Tab")
                    pair.small.until(lambda found: found != screen, "Tab turns no leaf")
                    screen = pair.walk_sizes()
                pair.leave(screen)
        finally:
            pair.end()
        checks.holds(board.is_sound(), "the log is not sound")
        checks.equal(board.position(), events, "events")
    print(checks.told())


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
