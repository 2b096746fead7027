# 平台答题: sealed bids, the opening, the panel and its scores, the notice of the result.

# content NUMBER CODE NAME AMOUNT: what a bidder offers, in a file; amounts in 分.
content() {
    cat >"$work/bid-$1.json" <<JSON
{"format": "jiebang-bid/1", "amount": $4, "countyShare": 100000000, "periodMonths": 12,
 "approach": "双唇口低摩擦结构第$1号", "readinessNow": 4, "tradeSecret": false, "attachments": [],
 "responses": [{"indicator": 1, "promised": "0.43 N·m", "note": ""},
               {"indicator": 2, "promised": "22 循环", "note": ""}],
 "consortium": [{"creditCode": "$2", "name": "$3", "basisPoints": 10000}],
 "team": [{"name": "组长$1", "role": "负责人", "organisation": "$3"}],
 "milestonesProposed": [{"title": "设计", "months": 5, "basisPoints": 4000},
                        {"title": "验证", "months": 12, "basisPoints": 6000}],
 "contact": {"name": "联系人$1", "phone": "1", "email": "a@b.cn"}}
JSON
}
# seal NUMBER: sealed by the bidder's program, and signed by whoever may sign for it.
seal() {
    refused 2 "--content|This is required" "bid$1" do "$case" seal
    refused 1 "B3|required" "bid$1" do "$case" seal --content "$work/bid-$1.json"
    refused 1 "B3" "bid$1" do "$case" seal --content "$work/bid-$1.json" --field pledge=no
    done_by "bid$1" do "$case" seal --content "$work/bid-$1.json" --field pledge=yes
    done_by "bidsig$1" do "$case" seal
}
bid_of() {
    value rev "$case" "[b['id'] for b in case['bids'] if b['bidder'] == '$1'][-1]"
}

ask() {
    done_by bid1 do "$case" ask --field question=泥浆浓度取多少？
    done_by ent do "$case" draft-answer --field answer=按GB/T\ 32562取值
    done_by case do "$case" publish-answer
}

bid() {
    content 1 $university 天姥大学 360000000
    content 2 $institute 沃洲研究院 350000000
    refused 1 "bidder" ent do "$case" start-bid
    local number
    for number in 1 2; do
        done_by "bid$number" do "$case" start-bid
        seal "$number"
    done
    # What is sealed is nobody's to read, not even how many there are.
    found "" case "$case" "case.get('bids')"
    found "" bid1 "$case" "[b for b in case['bids'] if b['bidder'] != '$university'] or None"
}

# The two openers, one after the other, each with a passphrase; neither alone.
open_bids() {
    stands closed
    printf 'not the passphrase\n' >"$work/wrong"
    refused 1 "passphrase" case do "$case" attend-opening --passphrase-file "$work/wrong"
    refused 1 "C16" sup do "$case" open-bids --passphrase-file "$work/phrase"
    done_by case do "$case" attend-opening --passphrase-file "$work/phrase"
    done_by sup do "$case" open-bids --passphrase-file "$work/phrase"
    stands qualifying
}

qualify() {
    local number
    for number in $(value rev "$case" "' '.join(b['id'] for b in case['bids'] if b['state'] == 'opened')"); do
        signed "$case/bid/$number" qualify case rev -- clause=第八条
    done
    signed "$case" plan-panel case rev -- panelSize=5 technicalSeats=5
    signed "$case" draw case sup
}
# Everybody who is invited and has not declared yet.
declare_all() {
    local expert
    for expert in $(value rev "$case" "' '.join(s['person'] for p in case['panels'][-1:] for s in p['seats'] if s['state'] == 'invited')"); do
        done_by "$expert" do "$case" sign-confidentiality --field declares=yes
        done_by "$expert" do "$case" declare --field declares=yes
    done
}
evaluate() {
    qualify
    declare_all
    signed "$case" close-qualification case rev
    stands evaluating
}

# score RAISING: every expert's sheet, the first bidder before the second.
score() {
    local expert first second
    first=$(bid_of $university) second=$(bid_of $institute)
    refused 1 "panel expert" bid1 do "$case" lock --field 'scores=[]'
    for expert in $(value rev "$case" "' '.join(s['person'] for p in case['panels'][-1:] for s in p['seats'] if s['state'] == 'declared')"); do
        done_by "$expert" do "$case" lock --field "scores=[
            {\"bid\": \"$first\", \"criterion\": \"1\", \"points\": $((88 + $1))},
            {\"bid\": \"$first\", \"criterion\": \"2\", \"points\": 86},
            {\"bid\": \"$second\", \"criterion\": \"1\", \"points\": 78},
            {\"bid\": \"$second\", \"criterion\": \"2\", \"points\": 80}]"
    done
}
# The ranking is computed; the notice of the result runs.
propose() {
    local chair
    chair=$(value rev "$case" "[s['person'] for s in case['panels'][-1]['seats'] if s['chair']][0]")
    done_by "$chair" do "$case" close-consensus --field opinion=按得分排序
    stands proposed
    done_by case do "$case" publish-result --field noticeText=拟由天姥大学揭榜 --field channel=门户网站
    on line refused 1 "reviewer|required" case do "$case" publish-result
    done_by rev do "$case" publish-result
    stands noticed
}
