-- Lines of the audit go once they are older than the library keeps them, and no others: from which
-- day on they stay, as UTC counts days, is a setting of this database. Without it, all stay.
DROP TRIGGER staff_audit_stays;

CREATE TRIGGER staff_audit_stays BEFORE DELETE ON staff_audit WHEN OLD.at >= coalesce((SELECT value FROM settings WHERE name = 'audit_kept_from'), '') BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;

CREATE INDEX staff_audit_by_time ON staff_audit (at);

-- This name stands in the audit for whoever works on central itself: an account of staff that has it
-- gets another, and is signed out.
DELETE FROM staff_tickets WHERE name = 'operator';

UPDATE staff SET name = 'operator-' || lower(hex(randomblob(3))) WHERE name = 'operator';

-- An item that is taken back again soon after.
CREATE INDEX returned_loans_of_an_item ON loans (item) WHERE ending = 'RETURNED';

-- When a counter removed the link. Of such a link the digest stays for a while, without its patron,
-- so that a file that is loaded again does not bring it back.
ALTER TABLE links ADD COLUMN removed_on TEXT;

UPDATE links SET removed_on = date('now') WHERE state = 'REMOVED_REISSUED';
