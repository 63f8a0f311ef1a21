-- Lists made before could express no suspension.
ALTER TABLE status_lists ADD COLUMN bits integer NOT NULL DEFAULT 1;
ALTER TABLE copies ADD COLUMN suspended_at bigint NULL;
CREATE INDEX copies_suspended ON copies (list) WHERE suspended_at IS NOT NULL;

-- A subject whose credentials are suspended.
CREATE TABLE suspensions (
    subject text PRIMARY KEY,
    since bigint NOT NULL
) WITHOUT ROWID;
