# 市场评价、兑付、结题.

# market NUMBER: of the contract that is numbered as its bidder; an order of a customer, who confirms it and says what it was worth.
market() {
    paper
    done_by ent do "$case" submit-evidence --field "evaluation=$1" --field kind=order \
        --field "number=DD-$case" --field amount=18万元 --field counterparty=$customer \
        --field "date=${now%%T*}" --field "digest=$document"
    done_by buy do "$case/evidence/1" confirm-transaction
    done_by buy do "$case" give-rating --field "evaluation=$1" --field transaction=1 --field stars=5
    signed "$case/evaluation/$1" close-collection ent "bid$1"
    local item
    for item in $(value rev "$case" "' '.join(e['id'] for e in case['evaluations'][0]['evidence'])"); do
        done_by case do "$case/evidence/$item" check-evidence
    done
    later 12
    stands settling
}
# pay NUMBER PAYOUT CODE NAME: from the payee's request to the bank's confirmation.
pay() {
    local id=$case/payout/$2 amount
    paper
    done_by "bid$1" do "$id" submit --field "documents=$document" \
        --field "account={\"holder\": \"$3\", \"bank\": \"新昌农商行\", \"number\": \"622800$1\"}"
    done_by "bidsig$1" do "$id" submit
    done_by case do "$id" check
    amount=$(value fin "$case" "[p['amount'] for p in case['payouts'] if p['id'] == '$2'][0]")
    done_by fin do "$id" review --field "amount=$(printf '%d.%02d元' $((amount / 100)) $((amount % 100)))" \
        --field pool=JBGS-2026
    signed "$id" publish-payout case rev -- text=拟兑付 reasons=里程碑已通过 channel=门户网站
    refused 1 "Y8" rev do "$id" approve
    # Five workdays, even over the national holiday.
    later 14
    done_by rev do "$id" approve
    refused 1 "disbursing clerk" fin do "$id" order --field "idempotencyKey=order-$case-$2"
    done_by pay do "$id" order --field "idempotencyKey=order-$case-$2"
    done_by pay do "$id" confirm --field "confirmation=HD-$case-$2"
}
# settle_up NUMBER CONTRACT NAME: every payout, the enterprise's own share, the archive.
settle_up() {
    local payout
    for payout in $(value rev "$case" "' '.join(p['id'] for p in case['payouts'] if p['state'] == 'draft')"); do
        pay "$1" "$payout" "$3"
    done
    signed "$case/contract/$2" record-share-paid ent "bid$1" -- \
        "amount=$(value rev "$case" "[c['enterpriseShare'] for c in case['contracts'] if c['id'] == '$2'][0] // 100")元" \
        "reference=QY-$case" "paidOn=${now%%T*}"
    paper
    done_by case do "$case" archive --field "archive=$document"
    later 1
    stands concluded
}
