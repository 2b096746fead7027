/// Where plain mode reads its lines and writes its text.
public protocol LineChannel {
    /// The next line without its end; nil where there are no more.
    func readLine() -> [UInt8]?

    /// Writes a prompt and reads the next line, not shown while it is typed where that can be helped.
    func readSecretLine(after prompt: [UInt8]) -> [UInt8]?

    /// Whether more lines came together with the last one, as those of a paste do.
    var isPasted: Bool { get }

    /// Writes text, all of it.
    func write(_ bytes: [UInt8])
}

extension LineChannel {
    /// Not known of lines that come from elsewhere than a terminal.
    public var isPasted: Bool { false }
}
