import Glibc
import TerminalKit

/// A path as somebody types it: `~` is home, and what stands behind the last slash is still being typed.
enum PathText {
    static func expanded(_ typed: String) -> String {
        guard typed == "~" || typed.hasPrefix("~/"), let home = getenv("HOME") else {
            return typed
        }
        return String(cString: home) + typed.dropFirst()
    }

    /// `docs/rep` as `docs/` and `rep`.
    static func parts(_ typed: String) -> (folder: String, name: String) {
        guard let slash = typed.lastIndex(of: "/") else { return ("", typed) }
        return (String(typed[...slash]), String(typed[typed.index(after: slash)...]))
    }
}

/// A file or a folder, as it may be chosen.
struct PathEntry: Hashable, Sendable {
    let name: String
    let isFolder: Bool
    /// Of a file, in bytes.
    let size: Int64

    static let most = 400

    /// What lies in a folder that begins as it is typed, folders first; what is hidden only where a point
    /// was typed. Nothing where the folder cannot be read.
    static func found(for typed: String) -> [PathEntry] {
        let (folder, start) = PathText.parts(PathText.expanded(typed))
        guard let opened = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(opened) }
        var entries: [PathEntry] = []
        while let entry = readdir(opened), entries.count < most {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(start), name != ".", name != "..",
                start.hasPrefix(".") || !name.hasPrefix("."),
                let found = PathEntry(name, at: folder + name)
            else { continue }
            entries.append(found)
        }
        return entries.sorted {
            $0.isFolder == $1.isFolder ? $0.name < $1.name : $0.isFolder
        }
    }

    init?(_ name: String, at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.name = name
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int64(status.st_size)
    }

    init(name: String, isFolder: Bool, size: Int64 = 0) {
        self.name = name
        self.isFolder = isFolder
        self.size = size
    }
}

/// What may complete a path that is being typed.
struct PathPopup: Hashable, Sendable {
    /// What it was asked for; an answer to an earlier question is none.
    let typed: String
    private(set) var entries: [PathEntry]
    /// Nothing is selected until an arrow selects it, so that Enter goes on.
    private(set) var selected: Int?

    static let mostRows = 8

    init(_ typed: String, _ entries: [PathEntry]) {
        self.typed = typed
        self.entries = entries
    }

    /// A path that is whole already needs no list.
    var isDone: Bool {
        entries.isEmpty
            || entries.count == 1 && !entries[0].isFolder
                && PathText.parts(typed).name == entries[0].name
    }

    mutating func move(by steps: Int) {
        guard !entries.isEmpty else { return }
        let place = (selected ?? (steps > 0 ? -1 : entries.count)) + steps
        selected = max(0, min(entries.count - 1, place))
    }

    mutating func select(_ place: Int) { selected = entries.indices.contains(place) ? place : nil }

    /// The first row in sight.
    var top: Int { max(0, (selected ?? 0) - Self.mostRows + 1) }

    /// The path with what is selected, or with what all entries have in common.
    var completed: String {
        let folder = PathText.parts(typed).folder
        if let selected {
            let entry = entries[selected]
            return folder + entry.name + (entry.isFolder ? "/" : "")
        }
        guard let first = entries.first else { return typed }
        if entries.count == 1 { return folder + first.name + (first.isFolder ? "/" : "") }
        var common = Substring(first.name)
        for entry in entries.dropFirst() {
            while !entry.name.hasPrefix(common) { common = common.dropLast() }
        }
        return folder + common
    }
}
