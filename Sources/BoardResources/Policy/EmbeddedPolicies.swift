package import BoardDomain

/// The versions of the policy that the binary carries.
package enum EmbeddedPolicies {
    package static func book() throws(ResourceFault) -> PolicyBook {
        var policies: [Policy] = []
        for path in EmbeddedFiles.paths(in: "policy") {
            let json = try EmbeddedFiles.json(path)
            do {
                policies.append(try Policy(json: json))
            } catch {
                throw .policy(path: path, error)
            }
        }
        do {
            return try PolicyBook(policies)
        } catch {
            throw .policies(error)
        }
    }
}
