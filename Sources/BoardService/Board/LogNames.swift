import BoardDomain
package import BoardEventLog

// The log's names that its questions and answers bear. Faces see them through the use cases and
// never import the log itself (floors).
package typealias AsOf = BoardEventLog.AsOf
package typealias Anchor = BoardEventLog.Anchor
package typealias BoardIdentity = BoardEventLog.BoardIdentity
package typealias CaseCursor = BoardEventLog.CaseCursor
package typealias CaseQuery = BoardEventLog.CaseQuery
package typealias CaseRow = BoardEventLog.CaseRow
package typealias CaseScope = BoardEventLog.CaseScope
package typealias CaseSort = BoardEventLog.CaseSort
package typealias CaseFacet = BoardEventLog.CaseFacet
package typealias CaseTally = BoardEventLog.CaseTally
package typealias Checkpoint = BoardEventLog.Checkpoint
package typealias EventLogError = BoardEventLog.EventLogError
package typealias EventRow = BoardEventLog.EventRow
package typealias LogAudit = BoardEventLog.LogAudit
package typealias LogFault = BoardEventLog.VerificationFault
package typealias ObjectRead = BoardEventLog.ObjectRead
package typealias WriterTerm = BoardEventLog.WriterTerm
