/// What a notice makes public.
package enum NoticeKind: String, ChoiceValue {
    case result, lane, cancellation, amendment, payout, sanction
}
