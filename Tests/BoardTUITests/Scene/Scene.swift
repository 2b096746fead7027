import BoardDomain
import BoardResources
import TerminalKit
import Testing

@testable import BoardTUI

/// A place of the program with something worth seeing on it: who stands there, and how it is reached.
struct Scene: Sendable, CustomTestStringConvertible {
    /// The folder of its golden screens.
    let name: String
    let person: PersonID?
    let steps: [Step]
    /// Where what other tests did would be seen: the record of reads.
    let needsOwnCopy: Bool

    enum Step: Sendable {
        /// One of the places that every person has, by its digit.
        case go(ScreenName)
        /// A duty's object, as the inbox opens it.
        case work(_ object: String, _ stream: String, toward: String)
        case screen(@Sendable () -> any Screen)
        case press(Key, Modifiers)
        case type(String)
    }

    init(
        _ name: String, as person: PersonID?, _ steps: [Step], onOwnCopy needsOwnCopy: Bool = false
    ) {
        self.name = name
        self.person = person
        self.steps = steps
        self.needsOwnCopy = needsOwnCopy
    }

    var testDescription: String { name }

    func driver(_ size: Size, _ language: Language) async throws -> BoardDriver {
        let county = needsOwnCopy ? try await SampleCounty.copy() : nil
        let driver = try await BoardDriver.sample(as: person, size, language, on: county)
        for step in steps { await driver.take(step) }
        return driver
    }
}

extension Scene.Step {
    static func press(_ key: Key) -> Self { .press(key, []) }

    static func key(_ scalar: Unicode.Scalar) -> Self { .press(.character(scalar), []) }

    static func file(_ stream: String, _ tab: CaseTab) -> Self {
        .screen { CaseScreen(of: Scene.stream(stream), tab: tab) }
    }
}

extension Scene {
    /// A challenge's own number stands for its stream.
    static func stream(_ text: String) -> StreamID {
        guard let stream = StreamID(text: text.contains("/") ? text : "challenge/" + text) else {
            preconditionFailure(text)
        }
        return stream
    }

    static func object(_ text: String) -> ObjectReference {
        guard let object = ObjectReference(text: text) else { preconditionFailure(text) }
        return object
    }
}

extension BoardDriver {
    func take(_ step: Scene.Step) async {
        switch step {
        case .go(let name):
            let place = Destination.all.first { $0.name == name }
            if let place { await press(.character(place.key)) }
        case .work(let object, let stream, let command):
            await open(
                Destination.work(
                    on: Scene.object(object), of: Scene.stream(stream), toward: command))
        case .screen(let make): await open(make())
        case .press(let key, let modifiers): await press(key, modifiers)
        case .type(let text): await type(text)
        }
    }
}
