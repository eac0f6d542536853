-- A patron's unconfirmed loans are counted at every loan: in the index alone, without the rows.
DROP INDEX loans_by_patron;

CREATE INDEX loans_by_patron ON loans (patron_digest, session, item, cancels);
