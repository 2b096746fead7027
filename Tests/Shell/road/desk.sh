# What every part of the road stands on: the program on one board at a time, expectations that name
# what came instead, and the time of the rehearsal.

passed=0
board=
now=

# The program as PERSON at the rehearsal's time.
as() {
    local person=$1
    shift
    "$program" --db "$board" --lang en --as "$person" --at "$now" "$@"
}
# How a person gives a command: on the command line, unless the road is walked otherwise.
act() { as "$@"; }
fail() {
    echo "FAILED: $1" >&2
    exit 1
}
# on FACE FUNCTION …: through which face, where the road is walked through several.
on() {
    shift
    "$@"
}
# done_by PERSON COMMAND …: it has to be carried out.
done_by() {
    local out
    if ! out=$(act "$@" 2>&1); then fail "at $now: $*"$'\n'"$out"; fi
    passed=$((passed + 1))
}
# signed OBJECT COMMAND PERSON [PERSON …] [-- FIELDS …]: the first brings the fields, the others sign
# what stands there.
signed() {
    local object=$1 command=$2 persons=()
    shift 2
    while [[ $# -gt 0 && $1 != -- ]]; do
        persons+=("$1")
        shift
    done
    [[ $# -eq 0 ]] || shift
    local fields=() field
    for field in "$@"; do
        case $field in
        --*) fields+=("$field") ;;
        *) fields+=(--field "$field") ;;
        esac
    done
    done_by "${persons[0]}" do "$object" "$command" "${fields[@]}"
    local person
    for person in "${persons[@]:1}"; do done_by "$person" do "$object" "$command"; done
}
# refused STATUS WORDS PERSON COMMAND …: the exit status, and what the refusal has to say; both patterns.
refused() {
    local status=$1 word=$2 out code=0
    shift 2
    out=$(act "$@" 2>&1) || code=$?
    if [[ ! $code =~ ^($status)$ || ! $out =~ $word ]]; then
        fail "at $now: $* gave $code, not $status with “$word”:"$'\n'"$out"
    fi
    passed=$((passed + 1))
}
# value PERSON ID EXPRESSION: of the case as the person may see it, which the expression calls `case`.
value() {
    as "$1" --json show "$2" | python3 -c '
import json, sys
case = json.load(sys.stdin)
found = eval(sys.argv[1])
print(found if found is not None else "")' "$3"
}
# found EXPECTED PERSON ID EXPRESSION
found() {
    local expected=$1 given
    shift
    given=$(value "$@")
    [[ $given == "$expected" ]] || fail "at $now: $3 of $2 is “$given”, not “$expected”"
    passed=$((passed + 1))
}
# stands STATE [ID]
stands() { found "$1" rev "${2:-$case}" "case['state']"; }
# A copy of the board, with all that lies beside it, to go another way from here.
fork() {
    mkdir "$work/$1"
    cp -r "$(dirname "$board")/." "$work/$1"
    board=$work/$1/board.sqlite3
}
# later DAYS: the rehearsal goes on so many days later, at nine, and what was due until then is done.
later() { at "$(date -d "${now%%T*} $1 days" +%F)T09:00:00+08:00"; }
at() {
    now=$1
    "$program" --db "$board" --lang en --at "$now" clock --run >"$work/out"
}
# A document that nobody has shown before, as a field takes it.
papers=0
paper() {
    papers=$((papers + 1))
    echo "$case $papers $RANDOM" >"$work/paper-$papers"
    document=@$work/paper-$papers
}
