"""What the program calls things, and of which shape fields are: the texts and the table, as the program itself reads them."""

import json
import pathlib
import subprocess

RESOURCES = pathlib.Path(__file__).resolve().parents[3] / "Resources" / "texts"


_texts = {
    name: json.loads((RESOURCES / file).read_text()) for name, file in [("zh", "zh-Hans.json"), ("en", "en.json")]
}


class Words:
    """One language."""

    def __init__(self, language):
        self.texts = _texts[language]

    def __call__(self, key, **given):
        text = self.texts[key]
        for name, value in given.items():
            text = text.replace("{" + name + "}", value)
        return text

    def first(self, *keys):
        return next((self.texts[key] for key in keys if key in self.texts), None)

    def label(self, name, context):
        """As a form heads a field."""
        found = self.first(f"field.{context}.{name}", f"field.{name}", f"cli.case.{name}") or name
        return found[:1].upper() + found[1:]

    def choice(self, name, field):
        """What one of a field's choices is called here; given by its name, or as any language calls it."""
        if self.first(f"choice.{name}", f"choice.{field}.{name}", f"role.{name}") is None:
            called = [key for language in _texts.values() for key, text in language.items()
                      if text == name and key.startswith(("choice.", "role."))]
            name = called[0].split(".")[-1] if called else name
        role = [f"role.{name}"] if field == "role" else []
        return self.first(f"choice.{field}.{name}", *role, f"choice.{name}") or name

    def commands(self, name):
        """What a command is called, of whichever machine."""
        return {text for key, text in self.texts.items() if key.startswith("command.") and key.endswith(f".{name}")}

    def command(self, machine, name):
        return self.first(f"command.{machine}.{name}") or name


class Machine:
    """The table of transitions, of which the fields' shapes are wanted."""

    def __init__(self, program):
        self.rows = json.loads(subprocess.run(
            [program, "--json", "machine"], capture_output=True, text=True, check=True).stdout)

    def fields(self, command, machine=None):
        """The machine and the fields' shapes of a command, by name."""
        rows = [row for row in self.rows if row.get("command") == command and machine in (None, row["machine"])]
        fields = {}
        for row in rows:
            for field in row["fields"]:
                fields.setdefault(field["name"], Shape.read(field["shape"]))
        return (rows[0]["machine"] if rows else machine), fields


class Shape:
    """`text(200)`, `list(record{name:text(100), weight?:integer(0…100)})`."""

    def __init__(self, kind, element=None, members=None, names=None):
        self.kind, self.element, self.members, self.names = kind, element, members or {}, names or []

    @staticmethod
    def read(text):
        if text.startswith("list("):
            return Shape("list", element=Shape.read(text[5:-1]))
        if text.startswith("record{"):
            members = {}
            for part in _parts(text[7:-1]):
                name, shape = part.split(":", 1)
                members[name.rstrip("?")] = Shape.read(shape)
            return Shape("record", members=members)
        if text == "true|false":
            return Shape("flag")
        if "|" in text:
            return Shape("choice", names=text.split("|"))
        return Shape(text.split("(")[0])


def _parts(text):
    """What stands between the outermost commas."""
    depth, part = 0, ""
    for letter in text:
        depth += (letter in "({") - (letter in ")}")
        if letter == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += letter
    if part.strip():
        yield part.strip()
