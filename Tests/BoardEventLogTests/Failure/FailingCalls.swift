#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A library that lets chosen calls of the system fail, compiled from the fixture.
enum FailingCalls {
    /// Nil without a C compiler.
    static let library: String? = {
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "\(P_tmpdir)/jiebang-failing-calls-\(getpid()).so"
        atexit { unlink("\(P_tmpdir)/jiebang-failing-calls-\(getpid()).so") }
        return Subprocess.succeeds(
            "cc", ["-shared", "-fPIC", "-o", path, "/\(tests)/Fixtures/failing_calls.c", "-ldl"])
            ? path : nil
    }()
}

/// A disk of one megabyte.
struct SmallDisk {
    private let path: String

    static let isPermitted: Bool = {
        guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(at: folder.path)
        else { return false }
        disk.remove()
        return true
    }()

    struct NotMounted: Error {}

    init(at path: String) throws {
        self.path = path
        guard
            Subprocess.succeeds("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path])
        else { throw NotMounted() }
    }

    func grow() throws {
        guard Subprocess.succeeds("mount", ["-o", "remount,size=64m", path]) else {
            throw NotMounted()
        }
    }

    func remove() { _ = Subprocess.succeeds("umount", [path]) }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
