-- The monthly check of signature certificates: how far each month's run has come, and what it came
-- to. Months are YYYY-MM.

CREATE TABLE renewal_runs (
  month TEXT NOT NULL PRIMARY KEY,
  started_at TEXT NOT NULL,
  passed TEXT,
  walked_at TEXT,
  finished_at TEXT
) STRICT;

-- Of the last run and the one before.
CREATE TABLE renewal_results (
  month TEXT NOT NULL REFERENCES renewal_runs (month),
  patron TEXT NOT NULL,
  outcome TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (month, patron)
) STRICT, WITHOUT ROWID;
