-- Patrons, items and what is between them. Dates are YYYY-MM-DD, instants ISO 8601 in UTC.

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- No names: nothing here needs them.
CREATE TABLE patrons (
  patron TEXT NOT NULL PRIMARY KEY,
  expires TEXT NOT NULL,
  renewal TEXT NOT NULL,
  residence TEXT NOT NULL,
  loan_limit INTEGER,
  loan_days INTEGER
) STRICT;

CREATE TABLE patron_blocks (
  patron TEXT NOT NULL REFERENCES patrons (patron),
  block TEXT NOT NULL,
  PRIMARY KEY (patron, block)
) STRICT;

CREATE TABLE items (
  barcode TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  class TEXT NOT NULL
) STRICT;

-- Whose hold an item waits for on the hold shelf.
CREATE TABLE holds (
  item TEXT NOT NULL PRIMARY KEY REFERENCES items (barcode),
  patron TEXT NOT NULL REFERENCES patrons (patron)
) STRICT;

-- The identifier is a keyed digest. A removed link forgets the patron.
CREATE TABLE links (
  library TEXT NOT NULL,
  kind TEXT NOT NULL,
  identifier TEXT NOT NULL,
  state TEXT NOT NULL,
  patron TEXT REFERENCES patrons (patron),
  PRIMARY KEY (library, kind, identifier),
  UNIQUE (library, patron),
  CHECK ((state = 'ACTIVE') = (patron IS NOT NULL))
) STRICT;

-- Every operation that was not rejected, for ever, so that a repeated one gets the first result.
-- The fingerprint is a keyed digest of the content.
CREATE TABLE operations (
  operation_key TEXT NOT NULL PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  outcome TEXT NOT NULL,
  due TEXT,
  reason TEXT,
  kiosk TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  received_at TEXT NOT NULL
) STRICT;

-- A closed loan forgets the patron. Loans that came from a file have keys of their own.
CREATE TABLE loans (
  operation_key TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL REFERENCES items (barcode),
  patron TEXT REFERENCES patrons (patron),
  lent_at TEXT NOT NULL,
  due TEXT NOT NULL,
  due_told TEXT,
  kiosk TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  ended_at TEXT,
  ending TEXT,
  CHECK ((ended_at IS NULL) = (patron IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;

CREATE UNIQUE INDEX one_open_loan_of_an_item ON loans (item) WHERE ended_at IS NULL;

CREATE INDEX loans_of_a_patron ON loans (patron);

-- Loans of patrons or items that central does not know, as they came.
CREATE TABLE quarantined_loans (
  operation_key TEXT NOT NULL PRIMARY KEY REFERENCES operations (operation_key),
  patron TEXT NOT NULL,
  item TEXT NOT NULL,
  lent_at TEXT NOT NULL,
  clock TEXT NOT NULL,
  due_told TEXT
) STRICT;

-- What staff must look at. The fingerprint tells apart what came under one key.
CREATE TABLE staff_exceptions (
  operation_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  patron TEXT,
  item TEXT,
  lent_at TEXT,
  other_patron TEXT,
  filed_at TEXT NOT NULL,
  PRIMARY KEY (operation_key, reason, fingerprint)
) STRICT;
