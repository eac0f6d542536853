-- Sessions that have lent and not ended, with the sequence number of their first loan. One of an
-- earlier epoch was cut off. Nothing here is of the patron.
CREATE TABLE open_sessions (
  session TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  first INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
