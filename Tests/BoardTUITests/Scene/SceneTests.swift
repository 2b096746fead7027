import BoardResources
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("Every screen")
struct SceneTests {
    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
    ]

    @Test("It looks as approved at every size in both languages", arguments: Scene.all)
    func looks(scene: Scene) async throws {
        for size in Self.sizes {
            for language in Language.allCases {
                let driver = try await scene.driver(size, language)
                try Golden.expect(
                    driver.text,
                    as: "\(scene.name)/\(size.columns)x\(size.rows)-\(language.rawValue)")
            }
        }
    }

    @Test("Every screen and every leaf of a case is among the scenes")
    func complete() async throws {
        var seen: Set<ScreenName> = []
        var leaves: Set<CaseTab> = []
        for scene in Scene.all {
            let driver = try await scene.driver(Self.sizes[0], .zhHans)
            guard let screen = driver.screen else { continue }
            seen.insert(screen.name)
            if let file = screen as? CaseScreen { leaves.insert(file.tab) }
        }
        #expect(Set(ScreenName.allCases).subtracting(seen) == [])
        #expect(Set(CaseTab.allCases).subtracting(leaves) == [])
    }
}
