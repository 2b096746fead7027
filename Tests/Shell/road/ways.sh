# How it goes wrong first: each of these takes up the road at a stage and leaves it at a later one.

# 1. A return: back to the enterprise with a reason for each field, and put right.
give_back() {
    refused 1 "C4|required" case do "$case" return --field 'corrections=[{"field": "indicators", "reason": "缺试验温度"}]'
    done_by case do "$case" return --field reason=指标不完整 --field clause=第七条 \
        --field 'corrections=[{"field": "indicators", "reason": "缺试验温度"}]'
    stands returned
    later 1
    done_by ent do "$case" revise --field indicatorNotes=试验温度23℃
    submit
}

# 2. A substantive amendment: what is sealed is stale; one confirms, one seals anew.
amend() {
    refused 1 "C11|required" case do "$case" amend --field solverConditions=另须具有泥浆试验条件
    done_by case do "$case" amend --field solverConditions=另须具有泥浆试验条件 \
        --field reason=答疑后补充 --field deadlineDay=2026-04-20
    done_by ent do "$case" amend
    refused 1 "reviewer" sup do "$case" amend
    done_by rev do "$case" amend
    found staleTerms bid1 "$case" "case['bids'][0]['state']"
    local version
    version=$(value rev "$case" "case['termsVersion']")
    signed "$case" reconfirm bid1 bidsig1 -- "termsVersion=$version"
    seal 2
    found sealed bid1 "$case" "case['bids'][0]['state']"
    found sealed bid2 "$case" "case['bids'][0]['state']"
}

# 3. An objection to the result, upheld: the result is taken back.
object() {
    local objection notice
    notice=$(value rev "$case" "case['notices'][-1]['id']")
    paper
    refused 1 "O1" buy do "$case" file-objection --field "object=notice/$notice" --field facts=评分有误 \
        --field basis=第十条 --field request=复核 --field "evidence=$document"
    done_by bid2 do "$case" file-objection --field "object=notice/$notice" --field facts=评分有误 \
        --field basis=第十条 --field request=复核 --field "evidence=$document"
    objection=$case/objection/$(value rev "$case" "case['objections'][-1]['id']")
    # Who opened the bids decides no objection in the case.
    refused 1 "acted in this case before" sup do "$objection" admit
    done_by judge do "$objection" admit
    stands disputed
    done_by judge do "$objection" investigate
    refused 1 "O6" judge do "$objection" decide-objection --field result=upheld --field remedy=rescore \
        --field reason=计分有误 --field clause=第十条
    later 7
    done_by judge do "$objection" decide-objection --field result=upheld --field remedy=rescore \
        --field reason=计分有误 --field clause=第十条
    # The time to appeal runs first, over the holiday of May.
    later 14
    stands evaluating
}
# The same panel declares anew and scores again.
rescore() {
    declare_all
    score 1
    propose
}

# 4. A verification that fails, and the retest by another laboratory that it passes.
fail_and_retest() {
    local bidder=$1 milestone=$2 values runs
    later 60
    hand_in "$bidder" "$milestone"
    verify "$bidder" "$milestone" 0.50
    verification_is failed "$milestone.1"
    refused 1 "T13" wrk do "$verification" dispute --field reason=夹具松动 --field clause=大纲第四条
    done_by "bid$bidder" do "$verification" dispute --field reason=夹具松动 --field clause=大纲第四条
    done_by case do "$verification" order-retest --field laboratory=$other_laboratory
    later 10
    values='[{"indicator": 1, "value": "0.44", "unit": "N·m"},
             {"indicator": 2, "value": "21", "unit": "循环"}]'
    runs=
    for _ in 1 2; do
        paper
        runs+="${runs:+,}{\"startedAt\": \"${now%%T*} 08:00\", \"site\": \"line\",
            \"instruments\": [\"XC-1001\", \"XC-1002\"], \"values\": $values,
            \"rawFiles\": [\"$document\"]}"
    done
    paper
    done_by lab2 do "$verification" report-retest --field "runs=[$runs]" \
        --field "instruments=$instruments" --field "report=$document"
    verification_is final "$milestone.1"
    found True rev "$case" "[v['passed'] for v in case['verifications'] if v['id'] == '$milestone.1'][0]"
    approve "$milestone"
}

# 5. The winner declines: the next in rank is proposed, and its own notice runs.
decline() {
    signed "$case" decline bid1 bidsig1 -- reason=团队变动 clause=第十二条
    local winner
    winner=$(bid_of $university)
    refused 1 "case officer" rev do "$case" lapse-award --field "bid=$winner" --field fault=neither \
        --field reason=团队变动 --field clause=第十二条
    signed "$case" lapse-award case rev -- "bid=$winner" fault=neither reason=团队变动 clause=第十二条
    stands proposed
    signed "$case" publish-result case rev -- noticeText=拟由沃洲研究院揭榜 channel=门户网站
    stands noticed
    later 9
    stands awarded
}

# 6. The contract is ended for no fault: the other sides are heard, then two officials sign the sheet.
terminate() {
    local id=$case/contract/1 sheet='sheet={"paid": 0, "due": 0, "recoverable": 0}'
    refused 1 "K17" case do "$id" terminate --field cause=infeasible --field "$sheet" \
        --field reason=路线不可行 --field clause=合同第十四条
    done_by case do "$id" state-ground --field cause=infeasible --field reason=路线不可行 \
        --field clause=合同第十四条
    done_by ent do "$id" answer-ground --field statement=无异议 --field consents=yes
    done_by bid1 do "$id" answer-ground --field statement=已尽职 --field consents=yes
    later 7
    signed "$id" terminate case rev -- cause=infeasible "$sheet" reason=路线不可行 clause=合同第十四条
    later 12
    stands terminated
}

# 7. Nobody bids: the call fails at its deadline and goes round again under the same number.
relaunch() {
    at 2026-04-08T17:00:00+08:00
    stands unsuccessful
    later 2
    refused 1 "case officer" ent do "$case" relaunch --field reason=需求仍在 --field pool=JBGS-2026
    done_by case do "$case" relaunch --field reason=需求仍在 --field pool=JBGS-2026
    found "$case-R2" rev "$case" "case['successor']"
    found "$case" rev "$case-R2" "case['predecessor']"
    case=$case-R2
    stands approved
}
