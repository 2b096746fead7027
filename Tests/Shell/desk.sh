#!/usr/bin/env bash
# The first steps on a live board by command line, as five people: founding, appointments, the import
# of a real demand list, a correction, refusals with their exit codes, proof and tampering.
set -euo pipefail
program=${JIEBANG:?the program}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
board=$work/board.sqlite3
bureau=11330624MA288A1B5Y
enterprise=91330624147643211E

passed=0
jb() { "$program" --db "$board" --lang en "$@"; }
# expect STATUS WORD COMMAND …: the exit status, and a word that the output has to have.
expect() {
    local status=$1 word=$2
    shift 2
    local out code=0
    out=$("$@" 2>&1) || code=$?
    if [[ $code -ne $status || $out != *"$word"* ]]; then
        echo "FAILED: $* gave $code, not $status with “$word”:" >&2
        echo "$out" >&2
        exit 1
    fi
    passed=$((passed + 1))
}

expect 2 "administrators" jb init
expect 2 "different natural persons" jb init --bureau $bureau --bureau-name "County bureau" \
    --admin adm=Guan=330624198001010013 --admin adm2=Li=330624198001010013
expect 0 "live" jb init --bureau $bureau --bureau-name "County bureau" \
    --admin adm=Guan=330624198001010013 --admin adm2=Li=330624198001010021
expect 4 "exists already" jb init --bureau $bureau --bureau-name "County bureau" \
    --admin adm=Guan=330624198001010013 --admin adm2=Li=330624198001010021
expect 2 "zh" "$program" --db "$board" --lang en --lang fr inbox
expect 3 "nobody" jb --as nobody inbox
expect 0 "adm2" jb person
expect 0 "2026-10-13" jb workdays 2026-09-30 5
expect 0 "2026-10-12" jb workdays 2026-09-30 5 --counting included
expect 0 "valid" jb uscc $enterprise
expect 3 "XC-2026-9999" jb show XC-2026-9999
expect 0 "C9" jb do --help publish
expect 0 "stateDiagram" jb machine --format mermaid
expect 0 "sound" jb verify
jb checkpoint >"$work/anchor"
expect 0 "" jb verify --anchor "$work/anchor"

# A backup is whole while the board is open, and makes a board again; nothing is overwritten.
expect 0 "sound" jb backup "$work/copy"
expect 4 "exists" jb backup "$work/copy"
expect 0 "sound" "$program" --db "$work/again.sqlite3" --lang en restore "$work/copy"
expect 4 "exists" "$program" --db "$work/again.sqlite3" --lang en restore "$work/copy"
expect 0 "sound" "$program" --db "$work/again.sqlite3" --lang en verify --anchor "$work/anchor"
expect 0 "anew" jb rebuild
# Of the past only what was recorded by then; and nothing is recorded there.
expect 3 "adm2" jb --as-of 1 --as adm2 inbox
expect 0 "Li" jb --as-of 2099-01-01 person
expect 2 "as-of" jb --as-of yesterday list
expect 2 "leave it out" jb --as-of 1 verify
expect 2 "leave it out" jb --as-of 1 --as adm keys create
# What is not on the board, or is another thing than meant, is said; so is a result that nobody got.
expect 3 "XC-2026-9999" jb --as adm reads --object XC-2026-9999
expect 2 "neither a challenge nor a bid" jb --as adm person erase adm2 --reason x --clause y
jb checkpoint --output "$work/anchor3" >/dev/null
expect 2 "anchor of the record of reads" jb verify --anchor "$work/anchor3.reads"
expect 0 "[" jb export --json
full() { "$@" >/dev/full; }
expect 5 "standard output" full jb list
expect 5 "standard output" full jb export
expect 5 "standard output" full jb do --help publish
expect 2 "record of reads" "$program" --db "$board.reads" --lang en list

# A row edited behind the board's back is named by its position.
sqlite3 "$board" "DROP TRIGGER events_are_never_changed" \
    "UPDATE events SET payload = replace(payload, 'County', 'Country') WHERE position = 1"
expect 5 "1" jb verify
echo "$passed passed, 0 failed"
