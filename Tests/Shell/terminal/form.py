"""A form of the program, filled in by keys: field by field with Tab, as its labels stand on the screen."""

import json
import re
import time

from tmux import LOOK, PATIENCE, Missed, cells

TOP = 5  # rows of the screen above a form: header, lanes, title, two of notices
LABEL = 28  # columns of its labels
POINTER, OPEN = "▸", "▾"


class Row:
    """The row of a form that has the caret."""

    def __init__(self, depth, label, kind, line, value):
        self.depth, self.label, self.kind, self.line, self.value = depth, label, kind, line, value

    def __eq__(self, other):
        return isinstance(other, Row) and vars(self) == vars(other)

    def is_called(self, label):
        """Labels that are too long for their column end in an ellipsis."""
        shown = self.label.removesuffix(" *")
        return shown == label or shown.endswith("…") and label.startswith(shown[:-1])


def cut(line, start, end=None):
    """The cells of a line from one column to another."""
    column, found = 0, ""
    for letter in line:
        if column >= start and (end is None or column < end):
            found += letter
        column += cells(letter)
    return found


class Form:
    def __init__(self, terminal, words, context, names=None):
        """`names` calls organisations and the like, of which one knows the id, as a user would."""
        self.terminal, self.words, self.context, self.names = terminal, words, context, names or {}
        # From 120 columns on the object and the conditions stand beside the form.
        columns = terminal.size()[0]
        self.end = (columns - 1) * 3 // 5 - 1 if columns >= 120 else columns - 1

    # Where the caret is.

    def here(self):
        """The row with the caret, or None while the screen is between two."""
        screen, column, row, shown = self.terminal.look()
        lines = screen.split("\n")
        if shown:
            for above in range(row, TOP - 1, -1):
                head = cut(lines[above], 0, LABEL + 2)
                found = re.match(rf"^( +){POINTER}( ?)(?![{POINTER}{OPEN}])(\S.*)$", head)
                if found and len(found[1]) in (1, 2, 4, 6, 8):
                    depth = 0 if len(found[1]) == 1 else len(found[1]) // 2
                    return Row(depth, found[3].strip(), "field", above, self._value(lines[above]))
            return None
        for number, line in enumerate(lines[TOP:-1], TOP):
            found = re.match(rf"^( +){POINTER} ?{OPEN} (.*)$", line)
            if found:
                return Row(len(found[1]) // 2, found[2].strip(), "item", number, "")
        return None

    def _value(self, line):
        return cut(line, LABEL + 2, self.end).strip()

    def standing(self):
        """The row with the caret, once there is one."""
        end = time.monotonic() + PATIENCE
        while (row := self.here()) is None:
            if time.monotonic() > end:
                raise Missed(self.terminal._seen("no field has the caret"))
            time.sleep(LOOK)
        return row

    def moved(self, before, key):
        """The row after a key that leads on; None where it does not."""
        self.terminal.press(key)
        end = time.monotonic() + 0.6
        while time.monotonic() < end:
            row = self.here()
            if row is not None and (row.depth, row.label, row.kind, row.line) != (
                    before.depth, before.label, before.kind, before.line):
                return row
            time.sleep(LOOK / 3)
        return None

    # Filling in.

    def fill(self, fields, shapes):
        """Fills in the fields, from wherever the caret stands downwards."""
        # What is filled in already comes with what speaks against it.
        end = time.monotonic() + 1
        while not self.terminal.lines()[TOP - 2].strip() and time.monotonic() < end:
            time.sleep(LOOK)
        # What the form begins with comes a moment after the form.
        self.terminal.steady(looks=3)
        self._fill(dict(fields), shapes, self.context, 0)

    def _wanted(self, fields, shapes, context, depth):
        for name, value in fields.items():
            shape = shapes[name]
            if shape.kind == "record":
                yield from self._wanted(value, shape.members, name, depth + 1)
            else:
                yield depth, self.words.label(name, context), name, value, shape

    def _fill(self, fields, shapes, context, depth):
        wanted = list(self._wanted(fields, shapes, context, depth))
        row = self.standing()
        while True:
            for each in wanted:
                if row.kind == "field" and row.depth == each[0] and row.is_called(each[1]):
                    wanted.remove(each)
                    self._put(row, *each[2:], each[0])
                    break
            if not wanted:
                return
            row = self.moved(self.standing(), "Tab")
            if row is None:
                raise Missed(self.terminal._seen(f"there is no field {[each[:2] for each in wanted]} any more"))

    def _put(self, row, name, value, shape, depth):
        if shape.kind == "list":
            return self._list(row, name, value, shape.element, depth)
        if shape.kind == "flag":
            return self.terminal.press("y" if value in (True, "true", "yes", "是") else "n")
        if shape.kind == "choice":
            return self._choose(row, self.words.choice(value, name))
        self._write(row, self.text(value, shape, name))

    def text(self, value, shape, name):
        """As a person would type it; what has a name is picked by it, unless it is just being named."""
        if shape.kind == "money" and isinstance(value, int):
            return f"{value // 100}.{value % 100:02d}元"
        if shape.kind == "basisPoints":
            return f"{int(value) / 100:g}"
        if shape.kind == "instant":
            return str(value)[:16].replace("T", " ")
        text = str(value)
        if shape.kind == "digest":
            return text.removeprefix("@")
        return text if name == "code" else self.names.get(text, text)

    def _write(self, row, text):
        if self._holds(row, text):
            return
        if row.value:
            self.terminal.press("C-e", "C-u")
        self.terminal.type(text)
        self.terminal.until(
            lambda _: (now := self.here()) is not None and self._holds(now, text), f"“{text}” is not in {row.label}")
        if self._lies_open():
            # A list to pick from, or the paths that go on from here.
            self.terminal.press("Enter")
            self.terminal.until(lambda _: not self._lies_open(), "the list beside the field stays open")

    def _holds(self, row, text):
        """Whether the field shows a text, or as much of it as it has room for: its first line, its end, dots for a secret."""
        shown = re.sub(r"[ ▾▴]", "", row.value)
        text = text.replace(" ", "")
        if shown.startswith(text):
            return True
        if set(shown) <= {"*"}:
            return len(shown) >= len(text)
        shown = shown.strip("…")
        return cells(shown) >= 20 and (text.startswith(shown) or text.endswith(shown))

    def _lies_open(self):
        """Whether a box lies over the form, at the column of what is typed."""
        return any(
            re.match(r"^[┌└]─", cut(line, LABEL + 2)) for line in self.terminal.lines()[TOP:-1])

    def _choose(self, row, title):
        if row.value.startswith(title):
            return
        self.terminal.press("Space")
        self.terminal.until(lambda _: self._lies_open(), f"no list opens at {row.label}")
        self.terminal.type(title)
        self.terminal.press("Enter")
        self.terminal.until(
            lambda _: not self._lies_open() and (now := self.here()) is not None and now.value.startswith(title[:20]),
            f"“{title}” is not chosen for {row.label}")

    def _pick(self, row, name, values, shape):
        """Several of a list, toggled one by one."""
        if not re.search(r"\d+ (choices|项可选)", row.value):
            self.terminal.press("BSpace")
        self.terminal.press("Space")
        self.terminal.until(lambda _: self._lies_open(), f"no list opens at {row.label}")
        for value in values:
            title = self.words.choice(value, name) if value in shape.names else self.names.get(str(value), str(value))
            self.terminal.type(title)
            self.terminal.until(lambda _: self._filter() == title, f"“{title}” does not filter the list")
            self.terminal.press("Space")
            # Escape empties the filter; the list stays.
            self.terminal.press("Escape")
            self.terminal.until(lambda _: self._filter() == "", "the filter stays")
        self.terminal.press("Enter")
        self.terminal.until(lambda _: not self._lies_open(), "the list beside the field stays open")

    def _filter(self):
        """What is typed to filter the list that lies open, which the field shows meanwhile."""
        row = self.here()
        empty = self.words("tui.form.filter")
        return None if row is None else re.sub(r" *▴$", "", row.value).removeprefix(empty).strip()

    # Lists.

    def _list(self, row, name, values, shape, depth):
        values = json.loads(values) if isinstance(values, str) and values.startswith("[") else values
        values = values if isinstance(values, list) else [values]
        found = re.match(r"^\+ (\d+)", row.value)
        if not found:
            return self._pick(row, name, values, shape)
        there = int(found[1])
        if there:
            row = self.moved(row, "Tab")
        for number, value in enumerate(values):
            if number >= there:
                self.terminal.press("Enter" if number == 0 else "C-n")
                self.terminal.until(lambda _: self._is_fresh(row, depth + 1), f"no item is added to {name}")
            elif number > 0:
                row = self._item(depth + 1)
            if shape.kind == "record":
                self._fill(value, shape.members, name, depth + 2)
            else:
                self._put(self.standing(), name, value, shape, depth + 1)
            row = self.standing()
        for _ in range(len(values), there):
            row = self.standing()
            if row.kind != "item" or int(row.label.split()[1]) <= len(values):
                self._item(depth + 1)
            self.terminal.press("C-x")
            self.terminal.steady()

    def _is_fresh(self, before, depth):
        row = self.here()
        return row is not None and row.depth >= depth and row != before and row.kind == "field"

    def _item(self, depth):
        """Goes on to the head of the next item."""
        row = self.standing()
        while True:
            row = self.moved(row, "Tab")
            if row is None:
                raise Missed(self.terminal._seen("there is no further item"))
            if row.depth == depth and row.kind == "item":
                return row
