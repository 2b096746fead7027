# 攻关与车间验题: the contract, its milestones, their verification.

instruments='[
 {"number": "XC-1001", "name": "摩擦力矩仪", "calibratedUntil": "2028-01-01"},
 {"number": "XC-1002", "name": "泥浆试验台", "calibratedUntil": "2028-01-01"}]'

# contract NUMBER ID: bidder NUMBER's contract, from its draft to its registration.
contract() {
    local bidder=$1 id=$case/contract/$2 amount digest
    amount=$(value rev "$case" "[c['amount'] for c in case['contracts'] if c['id'] == '$2'][0]")
    done_by ent do "$id" set-text --field type=commissioned --field rightsOwner=developer \
        --field ipClause=知识产权归研究开发方 --field "lead=bid$bidder" \
        --field 'pledge={"goals": "达到指标", "nodes": "两个节点", "consequences": "退回经费"}' \
        --field "budgetLines=[{\"name\": \"材料费\", \"amount\": $((amount - 50000000))},
                              {\"name\": \"测试费\", \"amount\": 50000000}]" \
        --field "plans=[
            {\"sequence\": 1, \"title\": \"设计\", \"basisPoints\": $3, \"due\": \"2026-09-30\"},
            {\"sequence\": 2, \"title\": \"验证\", \"basisPoints\": 6000, \"due\": \"2026-12-31\",
             \"needsVerification\": true, \"indicators\": [1, 2]}]"
}
# The rest of the way, once the shares of the milestones are whole.
conclude_contract() {
    local bidder=$1 id=$case/contract/$2 amount digest
    amount=$(value rev "$case" "[c['amount'] for c in case['contracts'] if c['id'] == '$2'][0]")
    done_by wrk do "$case" draft-protocol --field "milestone=$2.2" --field sampleSize=2 \
        --field 'items=[{"indicator": 1}, {"indicator": 2}]' --field conditions=室温 \
        --field "instruments=$instruments" --field stopRule=连续两次超限即停 --field passRule=every \
        --field laboratory=$laboratory
    signed "$id" agree ent "bid$bidder"
    refused 1 "signatory" ent do "$id" sign
    done_by "bid$bidder" do "$id" sign-pledge
    done_by "bidsig$bidder" do "$id" sign
    done_by sig do "$id" sign
    digest=$(value wrk "$case" "case['verifications'][-1]['protocolDigest']")
    signed "$case" sign-protocol ent "bid$bidder" wrk -- "protocolDigest=$digest"
    later 2
    done_by "bid$bidder" do "$id" file-registration
    refused 1 "case officer" "bid$bidder" do "$id" record-registration \
        --field "registrationNumber=2026330624$2" --field turnover=10万元 --field technicalTurnover=10万元
    done_by case do "$id" record-registration --field "registrationNumber=2026330624$2" \
        --field "turnover=$((amount / 100))元" --field technicalTurnover=100万元
    stands executing
}

milestone_is() { found "$1" rev "$case" "[m['state'] for m in case['milestones'] if m['id'] == '$2'][0]"; }
verification_is() { found "$1" rev "$case" "[v['state'] for v in case['verifications'] if v['id'] == '$2'][0]"; }

# hand_in NUMBER MILESTONE: the bidder's evidence, a document that the board keeps.
hand_in() {
    paper
    done_by "bid$1" do "$case/milestone/$2" submit --field statement=按期完成 \
        --field "evidence=[{\"title\": \"报告$papers\", \"digest\": \"$document\", \"kind\": \"report\"}]"
}
# approve MILESTONE: accepted, checked, approved, by three persons.
approve() {
    done_by ent do "$case/milestone/$1" accept
    refused 1 "case officer" ent do "$case/milestone/$1" recommend --field recommendation=met \
        --field evidenceChecked=yes --field budgetLine=材料费 --field opinion=材料齐全
    done_by case do "$case/milestone/$1" recommend --field recommendation=met \
        --field evidenceChecked=yes --field budgetLine=材料费 --field opinion=材料齐全
    done_by rev do "$case/milestone/$1" approve
    milestone_is met "$1"
}
# run TORQUE CYCLES: one run on the enterprise's own line.
run() {
    paper
    done_by wrk do "$verification" record-run --field "startedAt=$now" --field site=line \
        --field instruments=XC-1001 --field instruments=XC-1002 --field "rawFiles=$document" \
        --field "values=[{\"indicator\": 1, \"value\": \"$1\", \"unit\": \"N·m\"},
                         {\"indicator\": 2, \"value\": \"$2\", \"unit\": \"循环\"}]"
}
# verify NUMBER MILESTONE TORQUE: two runs, the report, the countersignatures.
verify() {
    verification=$case/verification/$2.1
    milestone_is verifying "$2"
    later 1
    done_by wrk do "$verification" schedule --field "scheduledAt=$(date -d "${now%%T*} 7 days" +%F) 09:00" \
        --field "instruments=$instruments"
    later 7
    at "${now%%T*}T10:00:00+08:00"
    run "$3" 21
    refused 1 "T9" wrk do "$verification" report --field "report=$document"
    run "$3" 22
    paper
    done_by wrk do "$verification" report --field "report=$document"
    signed "$verification" countersign ent "bid$1"
}
# meet_all NUMBER CONTRACT: both milestones, the second through the workshop.
meet_first() {
    later 60
    hand_in "$1" "$2.1"
    approve "$2.1"
}
meet_second() {
    later 60
    hand_in "$1" "$2.2"
    verify "$1" "$2.2" 0.43
    verification_is passed "$2.2.1"
    signed "$verification" waive-dispute ent "bid$1"
    approve "$2.2"
}
deliver() {
    done_by ent do "$case/contract/$1" accept-delivery --field basis=合同第九条
    later 10
    stands marketEval
}
