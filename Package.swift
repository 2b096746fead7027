// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors everywhere (`scripts/check` builds with the same settings).
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "jiebang",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "jiebang", targets: ["jiebang"]),
        .executable(name: "BoardBenchmarks", targets: ["BoardBenchmarks"]),
        .library(name: "TerminalKit", targets: ["TerminalKit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Floor 0: values and rules. No I/O, no clock, no randomness, no Foundation.
        .target(name: "BoardDomain", swiftSettings: strict),
        .target(
            name: "CResources",
            cSettings: [.unsafeFlags(["-std=gnu2x", "-Wno-c23-extensions"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

        .target(name: "CTerminal"),
        .target(name: "TerminalKit", dependencies: ["CTerminal"], swiftSettings: strict),

        // Floor 1: the log, and what is embedded.
        .target(
            name: "BoardEventLog",
            dependencies: [
                "BoardDomain", "CSodium", .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "BoardResources", dependencies: ["BoardDomain", "CResources", "TerminalKit"],
            swiftSettings: strict),

        // Floor 2: the use cases.
        .target(
            name: "BoardService",
            dependencies: [
                "BoardDomain", "BoardEventLog", "BoardResources", "CSodium",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Floor 3: the faces.
        .target(
            name: "BoardCLI",
            dependencies: [
                "BoardDomain", "BoardResources", "BoardService", "TerminalKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        .target(
            name: "BoardTUI",
            dependencies: ["BoardDomain", "BoardResources", "BoardService", "TerminalKit"],
            swiftSettings: strict),

        // Floor 4: the executables.
        .executableTarget(
            name: "jiebang", dependencies: ["BoardCLI", "BoardTUI", "TerminalKit"],
            swiftSettings: strict),
        .executableTarget(
            name: "BoardBenchmarks",
            dependencies: [
                "BoardDomain", "BoardEventLog", "BoardResources", "BoardService", "CSodium",
                "TerminalKit", "TerminalKitTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),

        // The terminal that tests draw on: theirs, and those of whoever builds on TerminalKit.
        .target(
            name: "TerminalKitTesting", dependencies: ["TerminalKit"],
            path: "Tests/TerminalKitTesting", swiftSettings: strict),
        .testTarget(
            name: "TerminalKitTests",
            dependencies: ["TerminalKit", "TerminalKitTesting", "TerminalDriver"],
            swiftSettings: strict),
        // A process of its own for the tests of what is left of a terminal, which end it.
        .executableTarget(
            name: "TerminalDriver", dependencies: ["TerminalKit"], path: "Tests/TerminalDriver",
            swiftSettings: strict),
        .testTarget(
            name: "BoardDomainTests", dependencies: ["BoardDomain", "CSodium"],
            swiftSettings: strict),
        .testTarget(
            name: "BoardEventLogTests",
            dependencies: ["BoardEventLog", "BoardDomain", "LogDriver"], swiftSettings: strict),
        // A process of its own for the tests of the log, which kill it.
        .executableTarget(
            name: "LogDriver", dependencies: ["BoardEventLog", "BoardDomain"],
            path: "Tests/LogDriver", swiftSettings: strict),
        .testTarget(
            name: "BoardResourcesTests",
            dependencies: ["BoardResources", "BoardDomain", "TerminalKit"],
            swiftSettings: strict),
        .testTarget(
            name: "BoardServiceTests",
            dependencies: ["BoardService", "BoardEventLog", "BoardDomain", "BoardResources"],
            swiftSettings: strict),
        .testTarget(
            name: "BoardTUITests",
            dependencies: [
                "BoardTUI", "BoardService", "BoardResources", "BoardDomain", "TerminalKit",
                "TerminalKitTesting",
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "BoardCLITests",
            dependencies: ["BoardCLI", "BoardService", "BoardResources", "BoardDomain"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
