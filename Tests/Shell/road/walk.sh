# The road of a challenge from a demand list to its conclusion, and the ways on which it goes wrong
# first. `act` says how commands are given.

case=XC-2026-0001

# A way of its own, on a copy of the board as it stands at a stage.
way() {
    board=$work/$1/board.sqlite3
    now=$(<"$work/$1/now")
    fork "$2"
    case=XC-2026-0001
}
# Keeps the board as it stands, under a name.
keep() {
    local here=$board
    echo "$now" >"$(dirname "$board")/now"
    fork "$1"
    board=$here
}
sound() {
    local out
    out=$("$program" --db "$board" --lang en verify) || fail "$out"
    [[ $out == *sound* ]] || fail "$out"
    passed=$((passed + 1))
}

# A county with its people, its keys and its money.
found_county() {
    mkdir "$work/county"
    printf 'opener passphrase\n' >"$work/phrase"
    board=$work/county/board.sqlite3
    now=2026-03-02T09:00:00+08:00
    "$program" --db "$board" --at "$now" init --rehearsal --bureau $bureau --bureau-name 新昌县科学技术局 \
        --admin adm=关山=330624198001010013 --admin adm2=李木=330624198001010021 >"$work/out"
    settle
    for person in case sup; do done_by $person keys create --passphrase-file "$work/phrase"; done
    refused 4 "already" sup keys create --passphrase-file "$work/phrase"
    open_pool
}

walk_straight() {
    later 1
    import_list
    refused 1 "lack" ent do "$case" submit "${pledges[@]}"
    later 1
    complete
    submit
    keep submitted
    later 1
    assist
    later 3
    argue
    later 4
    publish 2026-04-08
    keep open
    later 2
    ask
    bid
    at 2026-04-08T17:00:00+08:00
    refused 1 "B4" bid1 do "$case" seal --content "$work/bid-1.json" --field pledge=yes
    later 1
    open_bids
    evaluate
    later 1
    score 0
    propose
    keep noticed
    later 9
    stands awarded
    keep awarded
    contract 1 1 3999
    refused 1 "99.99%" ent do "$case/contract/1" agree
    contract 1 1 4000
    conclude_contract 1 1
    keep executing
    meet_first 1 1
    meet_second 1 1
    deliver 1
    market 1
    settle_up 1 1 天姥大学
    sound
}

# A return, an amendment that stales the bids, an objection upheld, a verification retested.
walk_hard() {
    way submitted hard
    give_back
    later 1
    assist
    later 3
    argue
    later 2
    publish 2026-04-08
    later 2
    bid
    later 2
    amend
    at 2026-04-20T17:00:00+08:00
    later 1
    open_bids
    evaluate
    later 1
    score 0
    propose
    object
    rescore
    later 9
    stands awarded
    contract 1 1 4000
    conclude_contract 1 1
    meet_first 1 1
    fail_and_retest 1 1.2
    deliver 1
    market 1
    settle_up 1 1 天姥大学
    sound
}

walk_declined() {
    way awarded declined
    decline
    contract 2 2 4000
    conclude_contract 2 2
    meet_first 2 2
    meet_second 2 2
    deliver 2
    market 2
    settle_up 2 2 沃洲研究院
    sound
}

walk_terminated() {
    way executing terminated
    terminate
    sound
}

walk_failed() {
    way open failed
    relaunch
    publish 2026-05-11
    later 2
    bid
    at 2026-05-11T17:00:00+08:00
    later 1
    open_bids
    evaluate
    later 1
    score 0
    propose
    later 9
    stands awarded
    contract 1 1 4000
    conclude_contract 1 1
    meet_first 1 1
    meet_second 1 1
    deliver 1
    market 1
    settle_up 1 1 天姥大学
    sound
}
