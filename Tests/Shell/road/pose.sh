# 企业出题、政府助题: from the demand list to the open call.

indicators='[
 {"number": 1, "name": "单元总摩擦力矩", "comparator": "atMost", "target": "0.45", "unit": "N·m",
  "method": "GB/T 32562", "instrument": "摩擦力矩仪", "must": true, "weight": 60},
 {"number": 2, "name": "泥浆试验", "comparator": "atLeast", "target": "20", "unit": "循环",
  "method": "GB/T 32562", "instrument": "泥浆试验台", "must": true, "weight": 40}]'
rubric='[
 {"code": "1", "name": "目标指标", "weight": 60, "maximum": 100, "aspect": "indicators"},
 {"code": "2", "name": "验证基础", "weight": 40, "maximum": 100, "aspect": "readiness"}]'
pledges=(--field integrityPledge=yes --field unclassifiedPledge=yes)

open_pool() {
    done_by fin pool open 2026 --basis 县级财政预算
    # The command line asks for the other signature, a form for the text of a new proposal.
    on line refused "1|2" "reviewer|required" fin pool open 2026
    done_by rev pool open 2026
    done_by fin pool allot JBGS-2026 1000万元 --document 财行〔2026〕1号
}

# The list has three rows that no draft can be made of, so the import ends as one that was refused.
import_list() {
    refused 1 "12 drafted, 0 there already, 3 refused" case import "$here/../Fixtures/demand-list-2026.csv"
    refused 1 "0 drafted, 12 there already, 3 refused" case import "$here/../Fixtures/demand-list-2026.csv"
    stands draft
}

# The enterprise makes the draft its own, with what the list did not say.
complete() {
    done_by ent do "$case" revise --field readinessTarget=7 --field deliverables=样件与试验报告 \
        --field mode=揭榜制 --field intellectualProperty=归研究开发方 \
        --field solverConditions=具有密封研究基础 --field confidentiality=open \
        --field "indicators=$indicators" --field "rubric=$rubric" --field rubricThreshold=60
}

submit() {
    done_by ent do "$case" submit "${pledges[@]}"
    # In the terminal the form holds what was put: there it could be put anew.
    on line refused 1 "signatory|required" ent do "$case" submit
    done_by sig do "$case" submit
    stands submitted
}

assist() {
    done_by case do "$case" accept --field assignee=case
    stands assisting
    later 5
    signed "$case" send-to-argument case ent -- argumentExperts=arg1 argumentExperts=arg2 \
        argumentExperts=arg3
    stands arguing
}

argue() {
    local expert
    for expert in arg1 arg2 arg3; do
        done_by $expert do "$case" declare --field confidentialityPledge=yes \
            --field noInterestPledge=yes
        done_by $expert do "$case" vote --field vote=approve --field reason=确有需求 --field clause=第六条
    done
    done_by arg1 do "$case" conclude-argument --field conclusion=approve --field opinion=同意发榜 \
        --field pool=JBGS-2026
    done_by rev do "$case" conclude-argument
    stands approved
}

# publish DEADLINE
publish() {
    refused 1 "reviewer" case do "$case" publish --field edition=2026-Q1 --field "deadlineDay=$1" \
        --opener case --opener sup
    done_by rev do "$case" publish --field edition=2026-Q1 --field "deadlineDay=$1"
    stands open
}
