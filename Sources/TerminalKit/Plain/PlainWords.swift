/// What plain mode says by itself.
public struct PlainWords: Sendable {
    /// After a list: what may be given.
    public var choice: SafeText
    /// After a list of which several may be given.
    public var several: SafeText
    /// That no number of the list was given, of so many.
    public var outside: @Sendable (Int) -> SafeText
    /// That nothing in the list has these characters.
    public var nothing: SafeText
    /// That so many more follow, for a `+`.
    public var more: @Sendable (Int) -> SafeText
    /// Beside a question that is answered by yes or no.
    public var yesOrNo: SafeText
    /// Answers that mean yes, in lower case.
    public var yes: [String]
    /// Answers that mean no, in lower case.
    public var no: [String]
    /// That this has to be typed as it is.
    public var exactly: @Sendable (SafeText) -> SafeText
    /// How a text of several lines is ended.
    public var textEnd: SafeText
    /// That characters were given that cannot be taken: which.
    public var tampered: @Sendable (SafeText) -> SafeText

    /// English.
    public static let english = PlainWords(
        choice: "Number, some letters of a name, or nothing to go back",
        several: "Numbers such as 1 3-5, or nothing to go back",
        outside: { "Give a number from 1 to " + SafeText($0) + "." },
        nothing: "Nothing has these letters.",
        more: { SafeText($0) + " more; give + for them." }, yesOrNo: "[y/n]", yes: ["y", "yes"],
        no: ["n", "no"], exactly: { "Type " + $0 + " to go on, or nothing to go back" },
        textEnd: "(end the text with a line that is a single dot; Enter alone leaves it out)",
        tampered: { "There are characters in it that cannot be taken: " + $0 + "." })

    /// Chinese.
    public static let chinese = PlainWords(
        choice: "输入序号或名称中的几个字；直接回车返回", several: "输入序号，如 1 3-5；直接回车返回",
        outside: { "请输入 1 至 " + SafeText($0) + " 之间的序号。" }, nothing: "没有相符的项目。",
        more: { "还有 " + SafeText($0) + " 项，输入 + 继续。" }, yesOrNo: "[是/否]",
        yes: ["是", "y", "yes"], no: ["否", "n", "no"],
        exactly: { "请原样输入 " + $0 + " 以继续；直接回车返回" },
        textEnd: "（可分多行，单独一行一个句点“.”结束；直接回车略过）", tampered: { "含有不能使用的字符：" + $0 + "。" })
}
