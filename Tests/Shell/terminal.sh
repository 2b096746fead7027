#!/usr/bin/env bash
# How the terminal program behaves in a real terminal, tmux: at every place, whatever is typed, shown or done to it.
set -euo pipefail
program=${JIEBANG:?the program}
here=$(cd "$(dirname "$0")" && pwd)/terminal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Never opened: every part works on copies.
mkdir "$work/county"
"$program" --db "$work/county/county.sqlite3" init --sample county >/dev/null
export JIEBANG=$program COUNTY=$work/county/county.sqlite3 PYTHONDONTWRITEBYTECODE=1

# They wait more than they work, so they run side by side.
declare -A running=()
start() {
    python3 "$here/$1.py" "${@:2}" >"$work/$*" 2>&1 &
    running[$*]=$!
}
start everywhere 0 2
start everywhere 1 2
start keeping
start lines
start live
start fields
start mouse
start hostile
failed=0
for each in "${!running[@]}"; do
    wait "${running[$each]}" || failed=1
    echo "$each: $(cat "$work/$each")"
done
exit $failed
