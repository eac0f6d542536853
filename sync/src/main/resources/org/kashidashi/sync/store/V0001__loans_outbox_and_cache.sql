-- Instants are milliseconds and days are days since 1970-01-01; digests are keyed, see Seal.

CREATE TABLE kiosk (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  kiosk TEXT NOT NULL,
  store TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  secret_digest BLOB NOT NULL
) STRICT;

-- AUTOINCREMENT: a sequence number is never given out twice, even after its row is erased.
CREATE TABLE loans (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  epoch INTEGER NOT NULL,
  session TEXT NOT NULL,
  patron_digest BLOB NOT NULL,
  patron_sealed BLOB NOT NULL,
  item TEXT NOT NULL,
  lent_at INTEGER NOT NULL,
  clock TEXT NOT NULL,
  due INTEGER,
  flags TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX loans_by_patron ON loans (patron_digest, session, item);

CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY REFERENCES loans (sequence) ON DELETE CASCADE,
  schema INTEGER NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  confirmed_due INTEGER,
  settled_at INTEGER
) STRICT;

CREATE TABLE patrons (
  patron_digest BLOB PRIMARY KEY,
  expires INTEGER NOT NULL,
  renewal TEXT NOT NULL,
  blocks TEXT NOT NULL,
  loans_out INTEGER NOT NULL,
  loan_limit INTEGER NOT NULL,
  loan_days INTEGER NOT NULL,
  as_of INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Seen to the day only, so that it does not tell which patron's visit it was.
CREATE TABLE items (
  item TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  class TEXT NOT NULL,
  seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE resolutions (
  certificate_digest BLOB PRIMARY KEY,
  person_sealed BLOB NOT NULL,
  as_of INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  person_digest BLOB PRIMARY KEY,
  patron_sealed BLOB NOT NULL,
  as_of INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
