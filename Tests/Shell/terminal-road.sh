#!/usr/bin/env bash
# The road of road.sh walked in the terminal alone: every act by keys in the full-screen program, in tmux,
# each by the person whose part it is; the command line only looks on.
set -euo pipefail
program=${JIEBANG:?the program}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
export TZ=Asia/Shanghai
for part in desk people pose call execute conclude ways walk; do . "$here/road/$part.sh"; done
. "$here/terminal/face.sh"

trap 'end_walker; rm -rf "$work"' EXIT
begin_walker
found_county
walk_straight
# Of the ways on which it goes wrong, what is special to each: a return, an amendment that makes sealed bids stale,
# a call on which nobody bids, an objection upheld, a winner who declines, a verification that fails and is
# tested again, a contract that is ended.
way submitted returned
give_back
way open amended
later 2
on line bid
later 2
amend
way open failed
relaunch
way noticed objected
object
way awarded declined
decline
way executing retested
on line meet_first 1 1
fail_and_retest 1 1.2
way executing terminated
terminate
sound
end_walker
echo "$passed passed, 0 failed"
