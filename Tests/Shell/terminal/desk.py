"""A person at the terminal: finds what is to be done, fills it in, reads what will be recorded, and confirms it."""

import re

from form import Form, cut
from tmux import Terminal
from words import Shape

# Fields that only the program's own forms have: out of them the command's are made.
OWN = {name: Shape.read(shape) for name, shape in {
    "passphrase": "text(200)", "openerPersons": "list(text(64))", "personID": "text(64)",
}.items()}
SIZE = (160, 50)
TELLS = {"210", "215"}  # the colours, of 256, in which the dark theme tells faults and warnings


class Refused(Exception):
    """The program did not let it happen; with what it said."""


class Desk:
    """One person's program at one time; `with` ends it."""

    def __init__(self, program, board, person, now, words, machine, size=SIZE, language="en", names=None):
        self.words, self.machine, self.names = words, machine, names or {}
        self.position = 0
        self.terminal = Terminal(
            [program, "--db", board, "--lang", language, "--as", person, "--at", now, "tui"], size)
        self.terminal.expect(words("tui.key.quit"))
        self.terminal.expect_gone(words("tui.loading"), "·  ❯")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.terminal.end()

    # What is on the screen.

    def where(self):
        """The screen's title, as the header tells it."""
        return self.terminal.lines()[0].split("▸", 1)[-1].strip()

    def is_at(self, screen, *names):
        head = screen.split("\n")[0].split("▸", 1)[-1].strip()
        return any(head.startswith(self.words(f"tui.screen.{name}")) for name in names)

    def faults(self):
        """What is told in the colours of faults and warnings."""
        return " ".join(told(self.terminal.screen(styled=True), TELLS))

    def asks(self, screen):
        """Whether the last question stands on it; in brackets until what it asks for is typed."""
        record = self.words("tui.confirm.record")
        return f"Enter {record}" in screen or f"Enter ({record})" in screen

    # Finding the place.

    def go_inbox(self):
        if not self.is_at(self.terminal.screen(), "inbox"):
            self.terminal.press("1")
            self.terminal.until(lambda screen: self.is_at(screen, "inbox"), "the inbox does not come")
        return self.terminal.until(lambda screen: not self._is_loading(screen), "the inbox stays loading")

    def duties(self, command, stream, obj):
        """How many duties of that kind the inbox lists; the first of them is selected."""
        self.go_inbox()
        self.terminal.press("Home")
        screen, found = self.terminal.steady(), []
        for _ in range(40):
            if self._is_duty(screen, command, stream, obj):
                found.append(screen)
            self.terminal.press("Down")
            later = self.terminal.steady()
            if later == screen:
                break
            screen = later
        return len(found)

    def open_duty(self, command, stream, obj):
        """Takes the first such duty up; whether there is one."""
        screen = self.go_inbox()
        self.terminal.press("Home")
        screen = self.terminal.steady()
        for _ in range(40):
            if self._is_duty(screen, command, stream, obj):
                self.terminal.press("Enter")
                self.terminal.until(lambda screen: not self.is_at(screen, "inbox"), "the duty does not open")
                return True
            self.terminal.press("Down")
            later = self.terminal.steady()
            if later == screen:
                return False
            screen = later
        return False

    def _is_duty(self, screen, command, stream, obj):
        """Whether the selected duty, which is told beside the list, is that one."""
        label = self.words("tui.inbox.command")
        return bool(re.search(rf"│ {label} +{command}\b", screen)) and stream.split("/")[-1] in screen \
            and self._is_about(screen, obj)

    def _is_about(self, screen, obj):
        if "/" not in obj:
            return True
        found = re.search(rf"│ {self.words('tui.inbox.object')} +(.*?) *│", screen)
        return found is not None and found[1].split()[-1] == obj.split("/")[-1]

    def open_named(self, target, command=""):
        """Goes to a place by the palette, as one who knows its number."""
        self.terminal.press(":")
        self.terminal.expect(self.words("tui.palette.title"))
        self.terminal.type(f"{target} {command}".strip())
        self.terminal.expect(self.words("tui.palette.open", id=f"{target} {command}".strip()))
        self.terminal.press("Enter")
        self.terminal.expect_gone(self.words("tui.palette.open", id=f"{target} {command}".strip()))

    # Giving a command.

    def choose(self, command):
        """From an object to the form, the question or the refusal of what is to be done."""
        screen = self.terminal.until(lambda screen: not self._is_loading(screen), "it stays loading")
        screen = self.terminal.steady(looks=3)
        if self.is_at(screen, "act", "bid", "verify", "evaluate") and not self._is_form(screen):
            # What cannot be done here at all is told above, and something else is selected.
            if not any(f" {title}" in chosen for chosen in selected(screen) for title in self.words.commands(command)):
                raise Refused(self.faults())
            self.terminal.press("Enter")
            screen = self.terminal.steady(looks=3)
        return screen

    def _is_loading(self, screen):
        return self.words("tui.loading") in screen

    def _is_form(self, screen):
        return self.is_at(screen, "form", "post") or self.words("tui.form.key.give") in screen.split("\n")[-1]

    def give(self, stream, command, fields, obj="", shapes=None):
        """Gives a command; the position at which it was recorded. `shapes` are of fields that no command has."""
        if not self.open_duty(command, stream, obj):
            self.open_named(f"{stream}/{obj}" if obj else stream, command)
        screen = self.choose(command)
        if self.is_at(screen, "score"):
            return self.score(command, fields)
        if not self.asks(screen):
            if not self._is_form(screen):
                raise Refused(self.faults() or screen)
            self.fill(command, fields, obj.split("/")[0] if obj else None, shapes)
        return self.confirm()

    def fill(self, command, fields, machine=None, shapes=None):
        context = "bidContent"
        if shapes is None:
            context, shapes = self.machine.fields(command, machine)
            shapes |= OWN
        if fields:
            Form(self.terminal, self.words, context, self.names).fill(fields, shapes)
        # A challenge is submitted as a whole, or what was filled in is only kept on the board.
        self.submit("F3" if command == "revise" else "C-s")

    def begin(self, machine, command, fields):
        """Begins something new, from the menu of what this person may begin."""
        self.go_inbox()
        self._pick_beginning(self.words.command(machine, command))
        self.terminal.until(self._is_form, "no form comes")
        self.fill(command, fields, machine)
        return self.confirm()

    def _pick_beginning(self, title):
        """Goes down the menu of what may be begun to an entry, and opens it."""
        self.terminal.press("n")
        entry = re.compile(rf"^ [▸ ] ([✓✗]) {re.escape(title)}", re.M)
        screen = self.terminal.until(entry.search, f"“{title}” cannot be begun")
        if entry.search(screen)[1] == "✗":
            raise Refused(entry.search(screen).string[entry.search(screen).start():].split("\n")[0])
        entries = re.findall(r"^ [▸ ] [✓✗] (.*)$", screen, re.M)
        for _ in range(next(place for place, each in enumerate(entries) if each.startswith(title))):
            self.terminal.press("Down")
        self.terminal.press("Enter")

    def submit(self, key="C-s"):
        """Asks what would be recorded."""
        self.terminal.press(key)
        # What the form tells by itself is no answer.
        waiting = (
            "✗", "✓", "⚠", self.words("tui.form.checking"), self.words("tui.confirm.follows"),
            self.words("tui.form.proposed")[:20], self.words("tui.form.remark", words="").strip())

        def is_answered(screen):
            notice = screen.split("\n")[3].strip()
            return self.asks(screen) or bool(notice) and not notice.startswith(waiting)
        screen = self.terminal.until(is_answered, "the form gives no answer")
        if not self.asks(screen):
            # The notice, and the field to which it leads.
            lines = screen.split("\n")
            form = Form(self.terminal, self.words, "")
            place = form.standing().line
            raise Refused(" ".join(cut(line, 0, form.end).strip() for line in [*lines[3:8], *lines[place:place + 6]]))

    def confirm(self):
        """Confirms the last question, typing what a grave one asks for."""
        screen = self.terminal.until(self.asks, "nothing is asked")
        joined = re.sub(r"\s*│\s*\n\s*[^\n]*?│\s*", " ", screen)
        grave = re.search(r"Type (?:the amount )?(?:CNY )?(\S+).*to confirm", joined)
        if grave:
            self.terminal.type(grave[1].replace(",", "") if "amount" in grave[0] else grave[1])
            self.terminal.expect(f"Enter {self.words('tui.confirm.record')}")
        told_before = self.told_grave()
        self.terminal.press("Enter")
        recording = self.words("tui.confirm.recording")
        screen = self.terminal.until(
            lambda screen: self._recorded(screen) or self.asks(screen) and recording not in screen
            and self.told_grave() != told_before, "nothing comes of the confirmation")
        if not self._recorded(screen):
            raise Refused(self.faults())
        self.position = self._recorded(screen)
        return self.position

    def _recorded(self, screen):
        """The position that is told of a new record; what was told before may still be in sight."""
        pattern = re.escape(self.words("tui.recorded")).replace(r"\{position\}", r"(\d+)")
        new = [int(each) for each in re.findall(pattern, screen) if int(each) > self.position]
        return max(new, default=None)

    def told_grave(self):
        return told(self.terminal.screen(styled=True), {"210"})

    # Looking.

    def is_told(self, stream, position):
        """Looks the event up on the last page of its file, as who wants to be sure would."""
        self.open_named(stream)
        self.terminal.until(lambda screen: self.is_at(screen, "case", "file"), "the file does not open")
        self.terminal.until(lambda screen: not self._is_loading(screen), "the file stays loading")
        self.terminal.press("BTab")
        self.terminal.expect_match(rf"(?m)^[ ▸]*{position}\b|\b{position} ")

    def acceptance(self, code, number):
        """Whether an appointment is to an office, which a second administrator accepts as well."""
        return "accept-office" if self.duties("accept-office", code, f"appointment/{number}") else "accept-appointment"

    # Work at one's desk.

    def make_key(self, passphrase):
        self.go_inbox()
        self._pick_beginning(self.words("tui.begin.key"))
        self.terminal.expect(self.words("tui.key.again"))
        self.terminal.type(passphrase)
        self.terminal.press("Enter")
        self.terminal.type(passphrase)
        self.terminal.press("Enter")
        return self.terminal.expect(self.words("tui.key.made").split("{")[0])

    def import_list(self, path):
        self.terminal.press(":")
        self.terminal.expect(self.words("tui.palette.title"))
        self.terminal.type(self.words("tui.screen.demands"))
        self.terminal.press("Enter")
        self.terminal.until(lambda screen: self.is_at(screen, "demands"), "the import does not open")
        self.terminal.type(path)
        self.terminal.press("Enter")
        self.terminal.expect(self.words("tui.demands.key.record"))
        self.terminal.press("Enter")
        screen = self.terminal.expect_gone(self.words("tui.demands.key.record"))
        raise Refused(screen)

    # Scores.

    def score(self, command, fields):
        keys = {"declare": "a", "sign-confidentiality": "a", "refuse": "x", "close-consensus": "c"}
        if command == "lock":
            self._type_scores(fields["scores"])
            self.terminal.press("C-s")
        else:
            self.terminal.press(keys[command])
        screen = self.terminal.steady(looks=3)
        if self._is_form(screen) and not self.asks(screen):
            self.fill(command, fields, None)
        elif not self.asks(screen):
            raise Refused(self.faults())
        return self.confirm()

    def _type_scores(self, scores):
        """Each bid is a column, each criterion a row; the cursor begins at the first of both, and its bid is told below."""
        points = {(each["bid"], each["criterion"]): each["points"] for each in scores}
        criteria = sorted({criterion for _, criterion in points})
        heading = self.words("tui.score.bid", number=r"\d+", code=r"(\w+)")
        seen = set()
        for _ in {bid for bid, _ in points}:
            self.terminal.press("Home")
            bid = self.terminal.until(
                lambda screen: set(re.findall(rf"─ {heading} ·", screen)) - seen, "no other bid is under the cursor")
            bid = (set(re.findall(rf"─ {heading} ·", bid)) - seen).pop()
            seen.add(bid)
            for criterion in criteria:
                self.terminal.press("Delete")
                self.terminal.type(str(points[bid, criterion]))
                self.terminal.press("Down")
            self.terminal.press("Right")


def selected(screen):
    """The lines of lists that are marked as selected."""
    return [found[1] for found in re.finditer(r"▸ ([✓✗] .*)$", screen, re.M)]


def told(styled, colours):
    """The runs of a styled screen that are in one of the colours, of 256."""
    found, colour = [], ""
    for number, part in enumerate(re.split(r"\x1b\[([\d;]*)m", styled)):
        if number % 2:
            codes = part.split(";") if part else ["0"]
            if "38" in codes and codes[codes.index("38") + 1:][:1] == ["5"]:
                colour = codes[codes.index("38") + 2]
            elif "0" in codes or "39" in codes:
                colour = ""
        elif colour in colours and part.strip():
            found.append(part.strip())
    return found
