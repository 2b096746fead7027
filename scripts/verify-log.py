#!/usr/bin/env python3
"""usage: verify-log.py BOARD [--anchor FILE]

Verifies a board's log and names the first bad position; `jiebang verify` also checks signatures.
Exit status: 0 sound, 1 not sound, 2 usage or a file that cannot be read.
"""
import hashlib, pathlib, re, sqlite3, sys

COLUMNS = """position, stream, version, type, schema, occurred_at, recorded_at, actor, on_behalf_of,
    command_id, correlation, causation, policy, payload"""
ANCHOR = r"jiebang-checkpoint/1\n(.+)\n(\d+)\n([0-9a-f]{64})\n.+\n[0-9a-f]{64}\n[0-9a-f]{128}\n?"

class Fault(Exception): pass

def require(is_sound, position, why):
    if not is_sound: raise Fault(f"event {position} {why}")

def sha256(content): return hashlib.sha256(content).digest()

def framed(value):  # a 4-byte length, then the bytes; integers as decimal text
    content = value if isinstance(value, bytes) else str(value).encode()
    return len(content).to_bytes(4, "big") + content

def verify(db, anchor):
    board = db.execute("SELECT id FROM board").fetchone()[0].decode()
    hash = sha256(f"jiebang/1\n{board.lower()}".encode())
    signed = db.execute("SELECT position, hash, 'a checkpoint' FROM checkpoints").fetchall()
    signed += [(int(anchor[2]), bytes.fromhex(anchor[3]), b"the anchor")] if anchor else []
    wanted, witnessed = {row[0] for row in signed}, {0: hash}
    last, recorded_at, versions = 0, b"", {}
    for *row, stored in db.execute(f"SELECT {COLUMNS}, hash FROM events ORDER BY position"):
        position, stream, version = row[:3]
        require(position == last + 1, last + 1, "is missing")
        hash = sha256(hash + sha256(b"".join(map(framed, row))))
        require(stored == hash, position, "is not the one that was chained here")
        require(version == versions.get(stream, 0) + 1, position, "leaves a gap in its stream")
        require(row[6] >= recorded_at, position, "was recorded before the one that precedes it")
        last, recorded_at, versions[stream] = position, row[6], version
        witnessed.update({position: hash} if position in wanted else {})
    if anchor and anchor[1] != board: raise Fault(f"the anchor is of another board, {anchor[1]}")
    for position, expected, name in signed:
        require(position <= last, position, f"is cut off: {name.decode()} covers it")
        require(witnessed[position] == expected, position, f"does not match {name.decode()}")
    return f"sound: {last} events, head {hash.hex()}"

try:
    if len(sys.argv) not in (2, 4) or sys.argv[2:3] not in ([], ["--anchor"]):
        raise ValueError(__doc__)
    anchor = sys.argv[3:] and re.fullmatch(ANCHOR, pathlib.Path(sys.argv[3]).read_text())
    if anchor is None:
        raise ValueError(f"{sys.argv[3]} is no anchor")
    db = sqlite3.connect(pathlib.Path(sys.argv[1]).resolve().as_uri() + "?mode=ro", uri=True)
    db.text_factory = bytes  # what is hashed are bytes
    db.execute("BEGIN")  # one snapshot
    print(verify(db, anchor))
except Fault as fault:
    sys.exit(print(f"not sound: {fault}") or 1)
except (OSError, TypeError, ValueError, sqlite3.Error) as error:
    sys.exit(print(error, file=sys.stderr) or 2)
