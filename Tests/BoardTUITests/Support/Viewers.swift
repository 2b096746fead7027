/// Persons of the sample county, by what they are there.
enum Viewers {
    static let reviewer = "ding-ruoyu"
    static let auditor = "hong-jianqing"
    static let administrator = "lu-guanping"
}
