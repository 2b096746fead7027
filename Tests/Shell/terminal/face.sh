# How the road's commands are given in the terminal instead of on the command line.

walker=
begin_walker() {
    mkfifo "$work/asked" "$work/told"
    PYTHONDONTWRITEBYTECODE=1 python3 "$here/terminal/walker.py" "$program" "$work/asked" "$work/told" \
        "$enterprise=新昌县鼎岳轴承有限公司" "$university=天姥大学" "$institute=沃洲研究院" \
        "$laboratory=共享检测平台" "$other_laboratory=剡东检测中心" "$customer=镜岭主机厂" &
    walker=$!
}
# What the walker saw besides is counted as well.
end_walker() {
    [[ -n $walker ]] || return 0
    local status seen
    if kill -0 "$walker" 2>/dev/null; then
        printf '%s\0' end >"$work/asked"
        { read -r status && read -r seen; } <"$work/told"
        passed=$((passed + seen))
    fi
    walker=
}
# The command as PERSON, by keys; what was said and whether it was recorded.
by_keys() {
    local status
    printf '%s\0' "$board" "$now" "$@" >"$work/asked"
    { read -r status && cat; } <"$work/told"
    return "$status"
}
face=keys
act() {
    if [[ $face == keys ]]; then by_keys "$@"; else as "$@"; fi
}
# on FACE FUNCTION …: keys or line.
on() {
    local before=$face status=0
    face=$1
    shift
    "$@" || status=$?
    face=$before
    return "$status"
}
# Of thirty people and thirteen organisations one of each kind is entered by keys: an organisation, an office that
# a second administrator confirms, an expert with a profile.
eval "$(declare -f organisation person | sed -e 's/^organisation /register /' -e 's/^person /employ /')"
organisation() {
    if [[ $1 == "$customer" ]]; then on keys register "$@"; else on line register "$@"; fi
}
person() {
    case $1 in
    rev | exp6) on keys employ "$@" ;;
    *) on line employ "$@" ;;
    esac
}
# refused STATUS WORDS PERSON COMMAND …: a screen has no exit status; 70 is a fault of the walk itself.
refused() {
    local word=$2 out code=0
    shift 2
    out=$(act "$@" 2>&1) || code=$?
    if [[ $code == 0 || $code == 70 || ! $out =~ $word ]]; then
        fail "at $now: $* gave $code, not a refusal with “$word”:"$'\n'"$out"
    fi
    passed=$((passed + 1))
}
