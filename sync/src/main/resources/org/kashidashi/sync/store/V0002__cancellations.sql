-- A cancellation is a row of its own, after the loan whose sequence number it names. The same item
-- can then be lent once more in the same session.
ALTER TABLE loans ADD COLUMN cancels INTEGER;

DROP INDEX loans_by_patron;

CREATE INDEX loans_by_patron ON loans (patron_digest, session, item);
