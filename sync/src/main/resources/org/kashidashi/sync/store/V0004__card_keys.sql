-- The key with which the card of a link answers a challenge, sealed; NULL if none was recorded.
ALTER TABLE links ADD COLUMN card_key_sealed BLOB;
