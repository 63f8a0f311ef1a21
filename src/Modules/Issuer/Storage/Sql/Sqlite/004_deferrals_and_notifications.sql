-- The client that a token was given to; null when it came without a name.
ALTER TABLE access_tokens ADD COLUMN client_id text NULL;

-- Whether copies can be made: Ready, Waiting for a decision, or Refused.
ALTER TABLE offers ADD COLUMN readiness text NOT NULL DEFAULT 'Ready';
-- When a wallet began to wait for an offer that is not ready.
ALTER TABLE offers ADD COLUMN deferred_at bigint NULL;
-- How many batches of copies an offer has brought, and to which of them a copy belongs.
ALTER TABLE offers ADD COLUMN batches integer NOT NULL DEFAULT 0;
UPDATE offers SET batches = 1 WHERE issued_generation > 0;
ALTER TABLE copies ADD COLUMN batch integer NULL;

-- Keys that wait for their copies.
CREATE TABLE deferrals (
    transaction_hash text PRIMARY KEY,
    offer_id text NOT NULL,
    holder_keys text NOT NULL,
    expires_at bigint NOT NULL,
    fetched_at bigint NULL
) WITHOUT ROWID;
CREATE INDEX deferrals_by_offer ON deferrals (offer_id);
CREATE INDEX deferrals_by_expiry ON deferrals (expires_at);

-- A batch that was sent, and what its wallet said of it.
CREATE TABLE issuances (
    notification_hash text PRIMARY KEY,
    offer_id text NOT NULL,
    batch integer NOT NULL,
    event text NULL,
    event_description text NULL,
    notified_at bigint NULL
) WITHOUT ROWID;
CREATE INDEX issuances_by_offer ON issuances (offer_id);
