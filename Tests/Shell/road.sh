#!/usr/bin/env bash
# The whole road of a challenge by command line alone, from a demand list to its conclusion, and the
# ways on which it goes wrong first; every act by the person whose part it is.
set -euo pipefail
program=${JIEBANG:?the program}
here=$(dirname "${BASH_SOURCE[0]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for part in desk people; do . "$here/road/$part.sh"; done

mkdir "$work/county"
board=$work/county/board.sqlite3
now=2026-03-02T09:00:00+08:00
"$program" --db "$board" --at "$now" init --rehearsal --bureau $bureau --bureau-name 新昌县科学技术局 \
    --admin adm=关山=330624198001010011 --admin adm2=李木=330624198001010029 >"$work/out"
time settle
cp -r $work /tmp/wt/road-play/settled
