import TerminalKit

/// Something that a screen shows once the board has answered.
///
/// What was there stays in sight while it is asked for anew, so that nothing flickers or jumps.
struct Loaded<Value: Sendable>: Sendable {
    private(set) var value: Value?
    private(set) var failure: SafeText?
    private(set) var isLoading = true

    /// Asked for, not yet there.
    init() {}

    init(_ value: Value) {
        self.value = value
        isLoading = false
    }

    mutating func ask() { isLoading = true }

    mutating func take(_ answer: Answer<Value>) {
        isLoading = false
        switch answer {
        case .success(let value):
            self.value = value
            failure = nil
        case .failure(let fault): failure = fault.words
        }
    }
}

/// What the desk answers.
typealias Answer<Value: Sendable> = Result<Value, Fault>

/// Why something could not be had or done, in the reader's words.
struct Fault: Error, Sendable {
    let words: SafeText
    /// Whether others were faster: what was seen is no longer so.
    let isConflict: Bool
    /// The field that it is about, `indicators[2].target`; nil where it is about none.
    var path: String?
}
