-- Loans that were cancelled at the kiosk, whether they have arrived or not.
CREATE TABLE cancelled_loans (
  operation_key TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Whether the loan took the patron's own hold off the shelf: a cancelled one puts it back.
ALTER TABLE loans ADD COLUMN fulfilled_hold INTEGER NOT NULL DEFAULT 0;

-- When and where the patron put the item back; staff look at it and close the loan.
ALTER TABLE loans ADD COLUMN given_back_at TEXT;

ALTER TABLE loans ADD COLUMN given_back_kiosk TEXT;

-- Where the patron prolonged the loan last.
ALTER TABLE loans ADD COLUMN renewed_kiosk TEXT;

-- Kiosks that the library has closed; they need not be enrolled.
CREATE TABLE closed_kiosks (
  kiosk TEXT NOT NULL PRIMARY KEY
) STRICT;
