"""Compares the diagram in ARCHITECTURE.md with what the program prints; --write puts it there.

Usage: python3 scripts/diagram.py PROGRAM [--write]
"""

import pathlib
import subprocess
import sys

BEGIN, END = "<!-- machine:begin -->", "<!-- machine:end -->"
program, write = sys.argv[1], "--write" in sys.argv
document = pathlib.Path("ARCHITECTURE.md")
text = document.read_text()
printed = subprocess.run(
    [program, "--lang", "en", "machine", "--format", "mermaid"], check=True, capture_output=True, text=True
).stdout.strip()
before, rest = text.split(BEGIN)
_, after = rest.split(END)
fresh = f"{before}{BEGIN}\n{printed}\n{END}{after}"
if write:
    document.write_text(fresh)
elif fresh != text:
    sys.exit("ARCHITECTURE.md is stale: run scripts/check --write")
print("the diagram is the machine's")
