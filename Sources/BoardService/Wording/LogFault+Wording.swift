package import BoardEventLog
package import BoardResources

extension VerificationFault {
    /// What is wrong with the log, and where.
    package func message(in texts: Texts) -> String {
        let (name, values): (String, [String: String]) =
            switch self {
            case .missing(let position): ("missing", ["position": String(position)])
            case .hash(let position): ("hash", ["position": String(position)])
            case .streamVersion(let position, let stream, let expected, let found):
                (
                    "streamVersion",
                    [
                        "position": String(position), "stream": stream,
                        "expected": String(expected), "found": String(found),
                    ]
                )
            case .recordedBackwards(let position):
                ("recordedBackwards", ["position": String(position)])
            case .checkpointBeyondEnd(let position, let last):
                ("checkpointBeyondEnd", ["position": String(position), "last": String(last)])
            case .checkpointHash(let position):
                ("checkpointHash", ["position": String(position)])
            case .checkpointKey(let position, let key):
                ("checkpointKey", ["position": String(position), "key": key])
            case .checkpointSignature(let position):
                ("checkpointSignature", ["position": String(position)])
            case .anchorOfAnotherBoard(let board): ("anchorOfAnotherBoard", ["board": board])
            case .anchorBeyondEnd(let position, let last):
                ("anchorBeyondEnd", ["position": String(position), "last": String(last)])
            case .anchorHash(let position): ("anchorHash", ["position": String(position)])
            case .anchorKey(let position, let key):
                ("anchorKey", ["position": String(position), "key": key])
            case .anchorSignature(let position):
                ("anchorSignature", ["position": String(position)])
            case .schemaAltered(let name): ("schemaAltered", ["name": name])
            }
        return texts.text("error.verification." + name, values)
    }
}
