#!/usr/bin/env bash
# Proof: what was done to a log behind the board's back is found by `jiebang verify` and by
# scripts/verify-log.py, at the same position; a tail that was cut only with an anchor from outside.
set -euo pipefail
program=${JIEBANG:?the program}
verifier=$(dirname "$0")/../../scripts/verify-log.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
board=$work/board.sqlite3

passed=0
fail() { echo "FAILED: $*" >&2; exit 1; }
# A rehearsal stands where it is told to: on a live board the clock adds what is due that day.
jb() { "$program" --db "$board" --lang en --at "2026-03-02 10:00" "$@"; }

# The log: five events of the founding, then two for each organisation.
jb init --rehearsal --bureau 11330624MA288A1B5Y --bureau-name "County bureau" \
    --admin adm=Guan=330624198001010013 --admin adm2=Li=330624198001010021 >/dev/null
for code in 91330624147643211E 91350100M000100Y43 91350200776049653A; do
    jb --as adm org register $code --name "Works $code" --kind enterprise >/dev/null
    jb --as adm2 org verify $code >/dev/null
done
jb checkpoint --output "$work/anchor" >/dev/null

# verdicts FILE [--anchor FILE]: what both verifiers say, in one word each: sound, or the position.
verdicts() {
    local file=$1 ours=sound theirs=sound out
    shift
    out=$("$program" --db "$file" --lang en verify "$@" 2>&1) ||
        ours=$(sed -nE 's/.*not sound:.* event ([0-9]+)[ ,].*/\1/p' <<<"$out")
    [[ -n $ours ]] || fail "verify gave: $out"
    out=$(python3 "$verifier" "$file" "$@" 2>&1) ||
        theirs=$(sed -nE 's/^not sound: event ([0-9]+) .*/\1/p' <<<"$out")
    [[ -n $theirs ]] || fail "verify-log.py gave: $out"
    echo "$ours $theirs"
}

# expect NAME POSITION FILE [--anchor FILE]: both find that position first.
expect() {
    local name=$1 position=$2 found
    shift 2
    found=$(verdicts "$@")
    [[ $found == "$position $position" ]] || fail "$name: $found, not $position"
    passed=$((passed + 1))
}

# tampered SQL: a copy of the board, changed, with its triggers back in their places.
tampered() {
    local file=$work/tampered.sqlite3 triggers
    rm -f "$file"*
    sqlite3 "$board" "VACUUM INTO '$file'"
    triggers=$(sqlite3 "$file" "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'")
    sqlite3 "$file" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema
        WHERE type = 'trigger'" | sqlite3 "$file"
    sqlite3 "$file" "$1"
    sqlite3 "$file" "$triggers"
    echo "$file"
}

# rechained FILE: all hashes computed anew, as someone would who knows how they are made.
rechained() {
    python3 - "$1" <<'PYTHON'
import hashlib, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
sha256 = lambda content: hashlib.sha256(content).digest()
(trigger,) = db.execute(
    "SELECT sql FROM sqlite_schema WHERE name = 'events_are_never_changed'").fetchone()
db.execute("DROP TRIGGER events_are_never_changed")
(board,) = db.execute("SELECT id FROM board").fetchone()
hash = sha256(f"jiebang/1\n{board}".encode())
for *row, _ in db.execute("SELECT * FROM events ORDER BY position").fetchall():
    fields = [str(value).encode() for value in row]
    hash = sha256(hash + sha256(b"".join(len(f).to_bytes(4, "big") + f for f in fields)))
    db.execute("UPDATE events SET hash = ? WHERE position = ?", (hash, row[0]))
db.execute(trigger)
db.commit()
PYTHON
    echo "$1"
}

COLUMNS="stream, version, type, schema, occurred_at, recorded_at, actor, on_behalf_of, command_id,
    correlation, causation, policy, payload, hash"
shift_up="UPDATE events SET position = -position WHERE position >= 7;
    UPDATE events SET position = 1 - position WHERE position < 0;"
close_up="UPDATE events SET position = -position WHERE position > 7;
    UPDATE events SET position = -position - 1 WHERE position < 0;"

expect "untouched" sound "$board"
expect "untouched, with its anchor" sound "$board" --anchor "$work/anchor"
expect "copied" sound "$(tampered "")" --anchor "$work/anchor"
expect "edit" 8 "$(tampered "UPDATE events SET actor = 'mallory' WHERE position = 8")"
expect "edit of the payload" 8 "$(tampered \
    "UPDATE events SET payload = replace(payload, 'Works', 'Forge') WHERE position = 8")"
expect "delete" 7 "$(tampered "DELETE FROM events WHERE position = 7")"
expect "delete and close up" 7 "$(tampered "DELETE FROM events WHERE position = 7; $close_up")"
expect "insert" 7 "$(tampered "$shift_up INSERT INTO events (position, $COLUMNS)
    SELECT 7, 'person/mallory', version, type, schema, occurred_at, recorded_at, actor,
        on_behalf_of, command_id, correlation, causation, policy, payload, hash
    FROM events WHERE position = 2")"
expect "reorder" 6 "$(tampered "UPDATE events SET position = -6 WHERE position = 6;
    UPDATE events SET position = 6 WHERE position = 8;
    UPDATE events SET position = 8 WHERE position = -6")"
expect "swap of hashes" 9 "$(tampered "CREATE TEMP TABLE kept AS SELECT position, hash FROM events;
    UPDATE events SET hash = (SELECT hash FROM kept WHERE kept.position = 19 - events.position)
    WHERE position IN (9, 10)")"
expect "replace" 10 "$(tampered "INSERT OR REPLACE INTO events (position, $COLUMNS)
    SELECT position, stream, version, type, schema, occurred_at, recorded_at, 'mallory',
        on_behalf_of, command_id, correlation, causation, policy, payload, hash
    FROM events WHERE position = 10")"

# The board refuses REPLACE as long as its triggers stand.
! sqlite3 "$board" "REPLACE INTO events SELECT * FROM events WHERE position = 10" 2>/dev/null ||
    fail "the log took a REPLACE"
passed=$((passed + 1))

# Whoever computes all hashes anew is found by what no hash covers, else only by the anchor.
forget="DELETE FROM checkpoints;"
expect "gap in a stream" 8 "$(rechained "$(tampered \
    "UPDATE events SET version = 5 WHERE position = 8")")"
expect "time that falls" 8 "$(rechained "$(tampered \
    "UPDATE events SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 8")")"
forged=$(rechained "$(tampered "UPDATE events SET actor = 'mallory' WHERE position = 8; $forget")")
expect "forged to the end" sound "$forged"
expect "forged to the end, with the anchor" 11 "$forged" --anchor "$work/anchor"
expect "forged under a checkpoint" 11 \
    "$(rechained "$(tampered "UPDATE events SET actor = 'mallory' WHERE position = 8")")"

cut=$(tampered "DELETE FROM events WHERE position > 8; $forget")
expect "cut tail" sound "$cut"
expect "cut tail, with the anchor" 11 "$cut" --anchor "$work/anchor"
expect "cut tail under a checkpoint" 11 "$(tampered "DELETE FROM events WHERE position > 8")"

# A contact is nowhere in the files in clear; once its key is erased nobody reads it, and all verifies.
enterprise=91330624147643211E
jb --as adm person invite ent --name Ent --identity 33062419800101003X >/dev/null
jb --as ent person accept >/dev/null
number=$(jb --as adm --json appoint propose ent enterprise $enterprise | grep -o 'appointment/[0-9]*' |
    head -1)
jb --as ent appoint accept $enterprise "${number#*/}" >/dev/null
challenge=$(jb --as ent --json do new create --field title=Bearing --field "contact=Wang 13812345678" |
    grep -o 'XC-[0-9]*-[0-9]*' | head -1)
# Two command lines at once: each command is there once, and one that both give under one id, once.
revisions() { sqlite3 "$board" "SELECT count(*) FROM events WHERE type = 'ChallengeRevised'"; }
pids=()
for side in a b; do
    (
        for number in 1 2 3 4 5 6; do
            jb --as ent do "$challenge" revise --field "title=Bearing $number" \
                --command-id "both-$number" >/dev/null
            jb --as ent do "$challenge" revise --field "title=Bearing $side$number" >/dev/null
        done
    ) &
    pids+=($!)
done
for pid in "${pids[@]}"; do wait "$pid" || fail "a command line beside another failed"; done
[[ $(revisions) -eq 18 ]] || fail "$(revisions) revisions by two command lines, not 18"
jb verify >/dev/null || fail "not sound after two command lines at once"
passed=$((passed + 4))

jb --as ent show "$challenge" | grep -q 13812345678 || fail "the contact is not shown"
! grep -q 13812345678 "$board"* || fail "the contact is in the files"
key=$(sqlite3 "$board" "SELECT hex(key) FROM person_keys")
[[ ${#key} -eq 64 ]] || fail "not one key: $key"
# An official who is shown it is on record, in a chain that both verifiers know.
jb --as adm person invite off --name Off --identity 330624198001010048 >/dev/null
jb --as off person accept >/dev/null
number=$(jb --as adm --json appoint propose off caseOfficer 11330624MA288A1B5Y |
    grep -o 'appointment/[0-9]*' | head -1)
jb --as off appoint accept 11330624MA288A1B5Y "${number#*/}" >/dev/null
[[ ! -e $board.reads ]] || fail "a read of one's own is on record"
jb --as off show "$challenge" | grep -q 13812345678 || fail "the officer is not shown the contact"
jb --as ent reads --object "$challenge" | grep -q Off || fail "the read is not on record"
[[ $(jb --as adm reads --json) == "[]" ]] || fail "an administrator is told of others' reads"
python3 "$verifier" "$board.reads" | grep -q "sound: 1 events" || fail "the record is not sound"
reads=$(tampered "")
sqlite3 "$board.reads" "VACUUM INTO '$reads.reads'"
sqlite3 "$reads.reads" "DROP TRIGGER events_are_never_changed; UPDATE events SET actor = 'ent'"
! "$program" --db "$reads" --lang en verify >/dev/null 2>&1 || fail "verify took a changed record"
! python3 "$verifier" "$reads.reads" >/dev/null || fail "verify-log.py took a changed record"
# A cut tail of it is found by the anchor that checkpoint puts beside the board's.
jb checkpoint --output "$work/anchor2" >/dev/null
jb verify --anchor "$work/anchor2" | grep -q "holds what its anchor covers: 1 read," ||
    fail "the record is not held against its anchor"
expect "record of reads" sound "$board.reads" --anchor "$work/anchor2.reads"
cut=$(tampered "")
sqlite3 "$board.reads" "VACUUM INTO '$cut.reads'"
trigger=$(sqlite3 "$cut.reads" "SELECT sql FROM sqlite_schema WHERE name = 'events_are_never_deleted'")
sqlite3 "$cut.reads" "DROP TRIGGER events_are_never_deleted; DELETE FROM events; DELETE FROM checkpoints; $trigger"
"$program" --db "$cut" --lang en verify >/dev/null || fail "an empty record is sound without an anchor"
! "$program" --db "$cut" --lang en verify --anchor "$work/anchor2" >/dev/null 2>&1 ||
    fail "verify did not miss the cut reads"
! python3 "$verifier" "$cut.reads" --anchor "$work/anchor2.reads" >/dev/null ||
    fail "verify-log.py did not miss the cut reads"
passed=$((passed + 10))

jb --as adm person erase "$challenge" --reason asked --clause "art. 47" >/dev/null
jb --as ent show "$challenge" | grep -q erased || fail "the contact is not shown as erased"
[[ $(jb --as ent timeline "$challenge" --fields) == *erased* ]] || fail "the timeline shows no erasure"
! cat "$board"* | od -An -v -tx1 | tr -d ' \n' | grep -qi "$key" || fail "the key is in the files"
expect "erased" sound "$board" --anchor "$work/anchor"
passed=$((passed + 6))

# What is no board or no anchor is neither sound nor bad.
for wrong in "$work/anchor" "$work/nothing" "$board --anchor $board"; do
    code=0
    # shellcheck disable=SC2086
    python3 "$verifier" $wrong >/dev/null 2>&1 || code=$?
    [[ $code -eq 2 ]] || fail "verify-log.py $wrong gave $code"
    passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
