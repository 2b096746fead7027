# Who takes part, each as a person of one's own: the id is the name of the part.

bureau=11330624MA288A1B5Y
enterprise=91330624MA288A1C3H
university=91330624MA2D000111
institute=91330624MA2D000124
laboratory=91330624MA2D000212
other_laboratory=91330624MA2D000225
society=91330624MA2D000313
customer=91330624MA2D000515
experts=(
    91330624MA2D000414 91330624MA2D000427 91330624MA2D00043A 91330624MA2D00044D
    91330624MA2D00045G 91330624MA2D00046K
)

# organisation CODE NAME KIND
organisation() {
    done_by adm org register "$1" --name "$2" --kind "$3"
    done_by adm2 org verify "$1"
}
# identity: the next valid identity number, of somebody who does not exist.
births=0
identity() {
    local digits sum=0 place weights=(7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2) checks=10X98765432
    births=$((births + 1))
    printf -v digits '33062419700101%03d' $births
    for place in {0..16}; do sum=$((sum + ${digits:place:1} * weights[place])); done
    identity=$digits${checks:sum % 11:1}
}
# person ID CODE ROLE [FIELD]: invited, appointed, and both accepted.
person() {
    local id=$1 code=$2 role=$3 number
    identity
    done_by adm person invite "$id" --name "$id" --identity "$identity" ${4:+--field "$4"}
    done_by "$id" person accept
    done_by adm appoint propose "$id" "$role" "$code"
    number=$(value adm "$code" "max((each['id'] for each in case['appointments']), key=int)")
    done_by "$id" appoint accept "$code" "$number"
    case $role in
    reviewer | financeReviewer | payer | supervisor | auditor)
        # An office takes a second administrator, another than the one who proposed.
        [[ $id != rev ]] || refused 1 "G9" adm appoint accept "$code" "$number"
        done_by adm2 appoint accept "$code" "$number"
        ;;
    esac
}

settle() {
    organisation $enterprise 新昌县鼎岳轴承有限公司 enterprise
    organisation $university 天姥大学 university
    organisation $institute 沃洲研究院 institute
    organisation $laboratory 共享检测平台 laboratory
    organisation $other_laboratory 剡东检测中心 laboratory
    organisation $society 剡溪轴承学会 institute
    organisation $customer 镜岭主机厂 enterprise
    person case $bureau caseOfficer
    person rev $bureau reviewer
    person sup $bureau supervisor
    person judge $bureau supervisor
    person fin $bureau financeReviewer
    person pay $bureau payer
    person ent $enterprise enterprise
    person sig $enterprise signatory
    person wrk $enterprise workshop
    person bid1 $university bidder
    person bidsig1 $university signatory
    person bid2 $institute bidder
    person bidsig2 $institute signatory
    person lab2 $other_laboratory laboratory
    person buy $customer buyer
    local number
    for number in 1 2 3; do person "arg$number" $society argumentExpert; done
    for number in 1 2 3 4 5 6; do
        organisation "${experts[number - 1]}" "第${number}研究所" institute
        person "exp$number" "${experts[number - 1]}" panelExpert \
            'profile={"expert": true, "technical": true, "chains": ["轴承"]}'
    done
}
