-- Kiosks, what they show on a connection, and the codes that let them in.

CREATE TABLE kiosks (
  kiosk TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  last_seen TEXT
) STRICT;

-- The serial number is that of a machine, not of a person. Nothing is ever deleted here: the
-- operations name what they came with.
CREATE TABLE certificates (
  serial TEXT NOT NULL PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (kiosk),
  not_after TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

CREATE INDEX certificates_of_a_kiosk ON certificates (kiosk);

-- One open code for each kiosk, as a keyed digest. A used one is deleted.
CREATE TABLE enrolment_codes (
  kiosk TEXT NOT NULL PRIMARY KEY REFERENCES kiosks (kiosk),
  digest TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  wrong_tries INTEGER NOT NULL
) STRICT;

-- What the sender proved itself with; empty for what came without TLS.
ALTER TABLE operations ADD COLUMN certificate TEXT REFERENCES certificates (serial);
