-- How often the patron has prolonged a loan.
ALTER TABLE loans ADD COLUMN renewals INTEGER NOT NULL DEFAULT 0 CHECK (renewals >= 0);
