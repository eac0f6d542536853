-- A used code stays until it is over, for the one key that used it: the answer may get lost, or the
-- kiosk lose its power before it has noted it. Empty for a code that nobody has used.
ALTER TABLE enrolment_codes ADD COLUMN used_by TEXT NOT NULL DEFAULT '';
