/// The tables of a board's file, which every verifier knows, and those of the projections.
///
/// SQLite keeps the text of each statement, so that a file is compared with it word for word.
enum Schema {
    /// `JBlg`: names the file as a board's log.
    static let applicationID: Int64 = 0x4A42_6C67

    /// One numbered step; steps are only ever added.
    struct Migration: Sendable {
        let number: Int
        let statements: [String]
    }

    static let migrations = [
        Migration(
            number: 1,
            statements: log + guards + projections + projectionTables
                + projectionIndexes)
    ]

    /// Names of what a rebuild replaces begin so.
    static let projectionPrefix = "projected_"

    static var version: Int { migrations[migrations.count - 1].number }

    private static let log = [
        """
        CREATE TABLE events (
          position     INTEGER PRIMARY KEY,
          stream       TEXT    NOT NULL,
          version      INTEGER NOT NULL,
          type         TEXT    NOT NULL,
          schema       INTEGER NOT NULL,
          occurred_at  TEXT    NOT NULL,
          recorded_at  TEXT    NOT NULL,
          actor        TEXT    NOT NULL,
          on_behalf_of TEXT    NOT NULL,
          command_id   TEXT    NOT NULL,
          correlation  TEXT    NOT NULL,
          causation    INTEGER NOT NULL,
          policy       TEXT    NOT NULL,
          payload      TEXT    NOT NULL,
          hash         BLOB    NOT NULL,
          UNIQUE (stream, version)
        ) STRICT
        """,
        """
        CREATE TABLE board (id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, \
        created_at TEXT NOT NULL) STRICT
        """,
        """
        CREATE TABLE checkpoints (position INTEGER PRIMARY KEY, hash BLOB NOT NULL, \
        at TEXT NOT NULL, key_id TEXT NOT NULL, signature BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE signing_keys (key_id TEXT PRIMARY KEY, public_key BLOB NOT NULL, \
        from_at TEXT NOT NULL, until_at TEXT) STRICT
        """,
        """
        CREATE TABLE commands (person TEXT NOT NULL, command_id TEXT NOT NULL, \
        body BLOB NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (person, command_id)) STRICT
        """,
        """
        CREATE TABLE sealed_keys (bid TEXT NOT NULL, opener TEXT NOT NULL, \
        wrapped BLOB NOT NULL, PRIMARY KEY (bid, opener)) STRICT
        """,
        "CREATE TABLE person_keys (person TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT",
    ]

    /// Besides the three that the log cannot do without, the last also refuses a row whose
    /// stream and version exist: INSERT OR REPLACE deletes such a row without firing a trigger.
    private static let guards = [
        """
        CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
        """,
        """
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
        """,
        """
        CREATE TRIGGER events_are_appended BEFORE INSERT ON events
        WHEN NEW.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM events)
          OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)
        BEGIN SELECT RAISE(ABORT, 'events are appended, one position after the other'); END
        """,
    ]

    private static let projections = [
        "CREATE TABLE projections (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT"
    ]

    /// Keyed by stream first and without row ids, so that a stream's rows lie together: they are
    /// replaced together.
    static let projectionTables = [
        """
        CREATE TABLE projected_streams (stream TEXT PRIMARY KEY, version INTEGER NOT NULL, \
        next_due INTEGER) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_cases (stream TEXT PRIMARY KEY, id TEXT NOT NULL, \
        title TEXT NOT NULL, enterprise TEXT NOT NULL, enterprise_name TEXT NOT NULL, \
        chain TEXT NOT NULL, topic_class TEXT NOT NULL, state TEXT NOT NULL, \
        lane TEXT NOT NULL, mode TEXT NOT NULL, budget INTEGER NOT NULL, list_edition TEXT, \
        deadline INTEGER, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, \
        year INTEGER NOT NULL, import_key TEXT) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_duties (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        object TEXT NOT NULL, rule TEXT NOT NULL, command TEXT, roles TEXT NOT NULL, \
        persons TEXT NOT NULL, organisation TEXT, opened INTEGER NOT NULL, due INTEGER, \
        overdue INTEGER NOT NULL, title TEXT NOT NULL, about TEXT NOT NULL, \
        PRIMARY KEY (stream, place)) \
        STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_duty_holders (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        person TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL, \
        PRIMARY KEY (stream, place, person, role, organisation)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_document_numbers (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        kind TEXT NOT NULL, number TEXT NOT NULL, object TEXT NOT NULL, \
        PRIMARY KEY (stream, place)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_involvements (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        party TEXT NOT NULL, role TEXT NOT NULL, object TEXT NOT NULL, \
        PRIMARY KEY (stream, place)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_dealings (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        first TEXT NOT NULL, second TEXT NOT NULL, day INTEGER NOT NULL, \
        PRIMARY KEY (stream, place)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_stays (stream TEXT NOT NULL, place INTEGER NOT NULL, \
        lane TEXT NOT NULL, entered INTEGER NOT NULL, ended INTEGER, \
        PRIMARY KEY (stream, place)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE projected_snapshots (stream TEXT PRIMARY KEY, version INTEGER NOT NULL, \
        bytes BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE projected_texts (stream TEXT PRIMARY KEY, title TEXT NOT NULL, \
        body TEXT NOT NULL) STRICT
        """,
        // The order of a search for one word: it is read from its beginning.
        """
        CREATE TABLE projected_words (token TEXT NOT NULL, score INTEGER NOT NULL, \
        id TEXT NOT NULL, PRIMARY KEY (token, score, id)) STRICT, WITHOUT ROWID
        """,
    ]

    /// Made after the rows in a rebuild, which is faster.
    static let projectionIndexes = [
        """
        CREATE INDEX projected_streams_by_due ON projected_streams (next_due, stream) \
        WHERE next_due IS NOT NULL
        """,
        "CREATE UNIQUE INDEX projected_cases_by_id ON projected_cases (id)",
        "CREATE INDEX projected_cases_by_state ON projected_cases (state, id)",
        "CREATE INDEX projected_cases_by_lane ON projected_cases (lane, id)",
        "CREATE INDEX projected_cases_by_enterprise ON projected_cases (enterprise, id)",
        """
        CREATE INDEX projected_cases_by_deadline \
        ON projected_cases (ifnull(deadline, 9223372036854775807), id)
        """,
        "CREATE INDEX projected_cases_by_change ON projected_cases (changed_at, id)",
        """
        CREATE INDEX projected_cases_by_import ON projected_cases (import_key) \
        WHERE import_key IS NOT NULL
        """,
        """
        CREATE INDEX projected_duty_holders_by_holder \
        ON projected_duty_holders (person, role, organisation)
        """,
        """
        CREATE UNIQUE INDEX projected_document_numbers_by_number \
        ON projected_document_numbers (kind, number)
        """,
        "CREATE INDEX projected_involvements_by_party ON projected_involvements (party, stream)",
        "CREATE INDEX projected_cases_by_budget ON projected_cases (budget, id)",
        "CREATE INDEX projected_cases_by_creation ON projected_cases (created_at, id)",
        "CREATE INDEX projected_duties_overdue ON projected_duties (stream) WHERE overdue = 1",
        "CREATE INDEX projected_dealings_by_first ON projected_dealings (first, second, day)",
        "CREATE INDEX projected_dealings_by_second ON projected_dealings (second, first, day)",
    ]
}
