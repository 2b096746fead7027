"""Does in the terminal what the road asks for, as its persons: commands come as the command line has them, each is done by keys.

usage: walker.py PROGRAM ASKED TOLD [CODE=NAME …]: two pipes; a request is words apart by NUL, the answer a status and what was said.
"""

import json
import pathlib
import sys

from desk import Desk, Refused
from form import Form
from tmux import Missed
from words import Machine, Shape, Words

# The content of a bid is of a format of its own and no command's fields.
BID = {name: Shape.read(shape) for name, shape in {
    "amount": "money", "countyShare": "money", "periodMonths": "integer", "readinessNow": "integer",
    "approach": "text(20000)", "tradeSecret": "true|false", "pledge": "true|false",
    "responses": "list(record{promised:text(400), note?:text(1000)})",
    "milestonesProposed": "list(record{title:text(200), months:integer, basisPoints:basisPoints})",
    "consortium": "list(record{creditCode:unifiedCode, name:text(100), basisPoints:basisPoints})",
    "team": "list(record{name:text(100), role:text(100), organisation:text(100)})",
    "contact": "record{name:text(100), phone?:text(40), email?:text(100)}",
}.items()}


class Walker:
    def __init__(self, program, names):
        self.program, self.names = program, names
        self.words, self.machine = Words("en"), Machine(program)
        self.desk, self.seat = None, None
        self.checked = 0

    def sit(self, board, now, person):
        """The person's program, open at this time; the last one stays open as long as nothing changes."""
        if self.seat != (board, now, person):
            self.leave()
            self.desk = Desk(self.program, board, person, now, self.words, self.machine, names=self.names)
            self.seat = (board, now, person)
        return self.desk

    def leave(self):
        if self.desk:
            self.desk.terminal.end()
        self.desk, self.seat = None, None

    def walk(self, board, now, person, verb, *words):
        desk = self.sit(board, now, person)
        return getattr(self, "do_" + verb)(desk, *words)

    # What is given to a case.

    def do_do(self, desk, target, command, *words):
        fields, content = given(words)
        stream, _, obj = target.partition("/")
        if command == "seal" and content is not None:
            fields = bid(content, fields)
        return self.record(desk, stream, command, fields, obj)

    def record(self, desk, stream, command, fields, obj=""):
        """Gives it, and looks whether the inbox and the timeline say so."""
        duties = desk.duties(command, stream, obj)
        position = desk.give(stream, command, fields, obj, BID if command == "seal" else None)
        # A run waits as long as there are fewer than the sample takes.
        if duties and command != "record-run":
            desk.terminal.until(
                lambda _: desk.duties(command, stream, obj) < duties, f"{command} still waits in the inbox")
            self.checked += 1
        desk.is_told(stream, position)
        self.checked += 1
        return f"recorded at {position}"

    # The directory and the money, which are begun from the menu of what may be begun.

    def do_org(self, desk, verb, code, *words):
        if verb == "verify":
            return self.record(desk, code, "verify", {})
        fields = {"code": code, **options(words)}
        return f"recorded at {desk.begin('organisation', 'register-organisation', fields)}"

    def do_person(self, desk, verb, *words):
        if verb == "accept":
            return self.record(desk, f"person/{self.seat[2]}", "accept-invitation", {})
        fields, _ = given(words[1:])
        told = options(words[1:])
        fields |= {"personID": words[0], "name": told["name"], "naturalKey": told["identity"]}
        return f"recorded at {desk.begin('person', 'invite-person', fields)}"

    def do_appoint(self, desk, verb, *words):
        if verb == "propose":
            person, role, code = words
            fields = {"person": person, "role": role, "from": self.seat[1]}
            return self.record(desk, code, "propose-appointment", fields)
        code, number = words
        return self.record(desk, code, desk.acceptance(code, number), {}, f"appointment/{number}")

    def do_pool(self, desk, verb, *words):
        if verb == "allot":
            return self.record(desk, f"pool/{words[0]}", "allot", {"amount": words[1], **options(words[2:])})
        told = options(words[1:])
        if told or not desk.duties("open-pool", f"JBGS-{words[0]}", ""):
            return f"recorded at {desk.begin('pool', 'open-pool', {'year': words[0], **told})}"
        return self.record(desk, f"pool/JBGS-{words[0]}", "open-pool", {})

    def do_keys(self, desk, _, *words):
        return desk.make_key(pathlib.Path(options(words)["passphrase-file"]).read_text().strip())

    def do_import(self, desk, path):
        return desk.import_list(path)


def given(words):
    """The fields of a command line, and the content of a bid where one is named."""
    fields, content = {}, None
    for name, value in zip(words[::2], words[1::2]):
        if name == "--field":
            name, value = value.split("=", 1)
            value = json.loads(value) if value[:1] in "[{" else value
            fields[name] = value if name not in fields else [*listed(fields[name]), value]
        elif name == "--passphrase-file":
            fields["passphrase"] = pathlib.Path(value).read_text().strip()
        elif name == "--opener":
            fields["openerPersons"] = [*fields.get("openerPersons", []), value]
        elif name == "--content":
            content = json.loads(pathlib.Path(value).read_text())
    return fields, content


def listed(value):
    return value if isinstance(value, list) else [value]


def options(words):
    return {name[2:]: value for name, value in zip(words[::2], words[1::2]) if name != "--field"}


def bid(content, fields):
    """A bid's content as its form asks for it."""
    content = {name: value for name, value in content.items() if name in BID}
    content["responses"] = [
        {name: each[name] for name in ("promised", "note") if each[name]} for each in content["responses"]]
    return content | fields


def hold(condition, what):
    if not condition:
        raise Missed(what)


def main():
    program, asked, told, *names = sys.argv[1:]
    walker = Walker(program, dict(each.split("=", 1) for each in names))
    while True:
        request = pathlib.Path(asked).read_text().split("\0")[:-1]
        if request == ["end"]:
            break
        try:
            status, said = 0, walker.walk(*request)
        except Refused as refusal:
            status, said = 1, str(refusal)
            walker.leave()
        except Exception as fault:
            status, said = 70, f"{type(fault).__name__}: {fault}"
            walker.leave()
        pathlib.Path(told).write_text(f"{status}\n{said}\n")
    walker.leave()
    pathlib.Path(told).write_text(f"0\n{walker.checked}\n")


main()
