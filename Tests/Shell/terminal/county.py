"""The sample county: made once by `terminal.sh`, copied wherever something may be recorded."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

PROGRAM = os.environ["JIEBANG"]
COUNTY = pathlib.Path(os.environ["COUNTY"])  # never opened, only copied
NOW = "2026-11-20T17:00:00+08:00"  # the afternoon on which the sample was left


class Board:
    """A copy of the county's board with what lies beside it; `with` removes it."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="jiebang-board-"))
        self.path = self.folder / COUNTY.name
        for each in COUNTY.parent.glob(COUNTY.name + "*"):
            copy = shutil.copytree if each.is_dir() else shutil.copy
            copy(each, self.folder / each.name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, person, *words, language="zh"):
        """The words of a command on this board."""
        signed = ["--as", person] if person else []
        return [PROGRAM, "--db", str(self.path), "--lang", language, *signed, *map(str, words)]

    def ask(self, person, *words, language="zh", given=None, environment=None):
        """A command that has ended: its exit status, standard output and standard error."""
        return subprocess.run(
            self.command(person, *words, language=language), input=given, capture_output=True,
            env={**os.environ, "TZ": "Asia/Shanghai", **(environment or {})})

    def run(self, person, *words):
        """What a command tells that has to succeed."""
        told = self.ask(person, *words)
        assert told.returncode == 0, f"{words} as {person}: {(told.stdout + told.stderr).decode()}"
        return told.stdout.decode()

    def do(self, person, target, command, **fields):
        """Records a command on an object, its fields given as texts."""
        given = [part for name, value in fields.items() for part in ("--field", f"{name}={value}")]
        return self.run(person, "do", target, command, *given)

    def position(self):
        """How many events the log has."""
        return json.loads(self.run(None, "clock", "--json"))["position"]

    def is_sound(self):
        """Whether every hash of the log can be proven."""
        return json.loads(self.run(None, "verify", "--json"))["sound"]
