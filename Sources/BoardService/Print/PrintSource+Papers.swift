import BoardDomain

/// Which papers there are of a case, as far as the viewer may know (§15).
extension PrintSource {
    func notices(_ object: ObjectReference? = nil) -> [Notice] {
        found.notices.all.filter { object == nil || $0.reference == object }
    }

    func contracts(_ object: ObjectReference? = nil) -> [Contract] {
        guard CaseSight.seesExecution(found, viewer) else { return [] }
        return found.contracts.all.filter {
            (object == nil || $0.reference == object) && CaseSight.sees($0, viewer)
        }
    }

    /// Verifications with a report; of a milestone all that it had.
    func certificates(_ object: ObjectReference? = nil) -> [Verification] {
        guard CaseSight.seesExecution(found, viewer) else { return [] }
        return found.verifications.all.filter { verification in
            guard CertificateSheet.isThere(verification),
                CaseSight.sees(verification, in: found, viewer)
            else { return false }
            guard let object else { return true }
            return object.machine == .milestone
                ? verification.milestone == object.id : verification.reference == object
        }
    }

    /// What could be printed where nothing of a kind is there: the same kind first, else the others.
    func papers(insteadOf kind: PrintKind) -> [PrintFault.Paper] {
        let same = papers(of: kind)
        guard same.isEmpty else { return same }
        return PrintKind.allCases.flatMap { papers(of: $0) } + [
            .init(path: found.id, kind: .caseFile)
        ]
    }

    private func papers(of kind: PrintKind) -> [PrintFault.Paper] {
        let objects: [ObjectReference] =
            switch kind {
            case .notice: notices().map(\.reference)
            case .contract: contracts().map(\.reference)
            case .certificate: certificates().map(\.reference)
            case .caseFile: []
            }
        return objects.map { PrintFault.Paper(path: "\(found.id)/\($0.text)", kind: kind) }
    }
}
