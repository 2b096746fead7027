import CResources

/// The files of `Resources/`, which the binary carries within itself.
package enum EmbeddedFiles {
    /// Below `Resources/`, sorted: `calendars/2026.json`.
    package static var paths: [String] {
        (0..<embedded_file_count()).map { String(cString: embedded_file_at($0).path) }.sorted()
    }

    /// Nil where there is no file of that path.
    package static func bytes(_ path: String) -> [UInt8]? {
        for index in 0..<embedded_file_count() {
            let file = embedded_file_at(index)
            guard String(cString: file.path) == path else { continue }
            return [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
        return nil
    }

    /// The paths in a folder, such as `policy`.
    package static func paths(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") }
    }
}
