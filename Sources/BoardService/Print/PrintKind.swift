package import BoardDomain

/// What can be put on paper about a case.
package enum PrintKind: String, CaseIterable, Sendable {
    /// 公示, 合同 with its 军令状, 验题报告, and the whole case file.
    case notice, contract, certificate
    case caseFile = "case"

    /// The machines whose objects a path may name; a case's own id stands for all of them.
    package var machines: [Machine] {
        switch self {
        case .notice: [.notice]
        case .contract: [.contract]
        case .certificate: [.verification, .milestone]
        case .caseFile: [.challenge]
        }
    }
}

/// Why nothing was put on paper.
package enum PrintFault: Error, Hashable, Sendable {
    /// A path of this kind of object is not printed so.
    case wrongObject(ObjectReference, PrintKind)
    /// There is none yet, or none that the viewer may see; these papers there are.
    case nothingThere(String, PrintKind, present: [Paper])

    /// What could be printed: `XC-2026-0007/notice/1`, as a notice.
    package struct Paper: Hashable, Sendable {
        package let path: String
        package let kind: PrintKind
    }
}
