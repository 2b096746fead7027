#!/usr/bin/env bash
# The whole road of a challenge by command line alone, from a demand list to its conclusion, and the
# ways on which it goes wrong first; every act by the person whose part it is.
set -euo pipefail
program=${JIEBANG:?the program}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=Asia/Shanghai
for part in desk people pose call execute conclude ways walk; do . "$here/road/$part.sh"; done

found_county
walk_straight
walk_hard
walk_declined
walk_terminated
walk_failed
echo "$passed passed, 0 failed"
