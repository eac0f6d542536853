-- What the counter keeps of links and persons, and what staff do. Sealed values are AES-256-GCM under
-- a key that is not in this database.

-- The day of a link, the identifier by which the authority is asked, and the card's challenge key.
-- Empty for a removed link: it forgets whose it was.
ALTER TABLE links ADD COLUMN made_on TEXT;

ALTER TABLE links ADD COLUMN sealed_identifier TEXT;

ALTER TABLE links ADD COLUMN sealed_card_key TEXT;

-- Nobody has kept the days of earlier links: they count from now on.
UPDATE links SET made_on = date('now') WHERE state = 'ACTIVE';

-- Links of the method withdrawn in May 2024: keyed digests of certificate serials, to be migrated.
CREATE TABLE old_links (
  library TEXT NOT NULL,
  digest TEXT NOT NULL,
  patron TEXT NOT NULL REFERENCES patrons (patron),
  PRIMARY KEY (library, digest)
) STRICT;

CREATE INDEX old_links_of_a_patron ON old_links (patron);

CREATE TABLE persons (
  patron TEXT NOT NULL PRIMARY KEY REFERENCES patrons (patron),
  sealed TEXT NOT NULL
) STRICT;

-- The password is an Argon2id text with its salt and its costs.
CREATE TABLE staff (
  name TEXT NOT NULL PRIMARY KEY,
  roles TEXT NOT NULL,
  password TEXT NOT NULL
) STRICT;

-- Wrong passwords in a row, for names that exist and for names that do not.
CREATE TABLE sign_in_tries (
  name TEXT NOT NULL PRIMARY KEY,
  wrong INTEGER NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

CREATE TABLE staff_tickets (
  digest TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
  station TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;

-- One for each ticket; a new one takes the place of an earlier one.
CREATE TABLE link_challenges (
  ticket TEXT NOT NULL PRIMARY KEY REFERENCES staff_tickets (digest) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- Who did what and when; the patron as a keyed digest. Nothing is changed or deleted here.
CREATE TABLE staff_audit (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  staff TEXT NOT NULL,
  station TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  patron TEXT
) STRICT;

CREATE INDEX staff_audit_of_a_patron ON staff_audit (patron);

CREATE TRIGGER staff_audit_stays BEFORE DELETE ON staff_audit BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;

CREATE TRIGGER staff_audit_is_true BEFORE UPDATE ON staff_audit BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;

-- When and by whom a case was settled; then it forgets its patrons.
ALTER TABLE staff_exceptions ADD COLUMN settled_at TEXT;

ALTER TABLE staff_exceptions ADD COLUMN settled_by TEXT;
