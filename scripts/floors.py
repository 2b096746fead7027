"""Holds the sources to the house: imports go down only, names say something, files stay short."""

import pathlib
import re
import sys

FLOORS = {
    "BoardDomain": set(),
    "CResources": set(),
    "CSodium": set(),
    "TerminalKit": {"CTerminal"},
    "CTerminal": set(),
    "BoardEventLog": {"BoardDomain", "CSodium", "GRDBSQLite", "Logging"},
    "BoardResources": {"BoardDomain", "CResources", "TerminalKit"},
    "BoardService": {"BoardDomain", "BoardEventLog", "BoardResources", "CSodium", "Logging"},
    "BoardCLI": {
        "BoardDomain", "BoardResources", "BoardService", "TerminalKit", "ArgumentParser", "Logging",
    },
    "BoardTUI": {"BoardDomain", "BoardResources", "BoardService", "TerminalKit"},
    "jiebang": {"BoardCLI", "BoardTUI", "TerminalKit"},
    "BoardBenchmarks": {
        "BoardDomain", "BoardEventLog", "BoardResources", "BoardService", "CSodium", "GRDBSQLite",
        "ArgumentParser", "TerminalKit", "TerminalKitTesting",
    },
}
SYSTEM = {"Glibc", "Darwin", "Dispatch", "FoundationEssentials", "Synchronization"}
IMPORT = re.compile(r"^\s*(?:@\w+\s+)*(?:package |public |internal )?import (?:\w+ )?(\w+)", re.M)
NAMED = re.compile(r"\b(?:struct|class|enum|actor|protocol)\s+(\w*(?:Manager|Helper|Util|Utils|Common|Impl|Info|Base|Data))\b")
LONGEST = 500


def faults():
    for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
        target = path.parts[1]
        text = path.read_text()
        allowed = FLOORS[target] | (set() if target == "BoardDomain" else SYSTEM)
        for module in IMPORT.findall(text):
            if module not in allowed:
                yield f"{path}: {target} may not import {module}"
        for name in NAMED.findall(text):
            yield f"{path}: {name} does not say what it is"
    for path in sorted([*pathlib.Path("Sources").rglob("*.swift"), *pathlib.Path("Tests").rglob("*.swift")]):
        lines = path.read_text().count("\n")
        if lines > LONGEST:
            yield f"{path}: {lines} lines, the most is {LONGEST}"


found = list(faults())
print("\n".join(found) if found else "floors, names and lengths hold")
sys.exit(bool(found))
