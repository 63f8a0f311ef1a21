-- A mailbox between two phones: one sealed message, read once.
CREATE TABLE relays (
    mailbox_hash text PRIMARY KEY,
    reader_hash text NOT NULL,
    sealed bytea NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX relays_by_expiry ON relays (expires_at);

-- Where the browser of a wallet takes pushes, and how they are sealed for it (RFC 8291).
CREATE TABLE subscriptions (
    wallet_id text PRIMARY KEY,
    endpoint text NOT NULL,
    public_key text NOT NULL,
    secret text NOT NULL
);

-- That a wallet is to be woken; one at a time, since pushes say nothing.
CREATE TABLE pushes (
    wallet_id text PRIMARY KEY,
    due_at bigint NOT NULL,
    attempts integer NOT NULL,
    urgent boolean NOT NULL
);
CREATE INDEX pushes_by_due ON pushes (due_at);

-- For which last day of a holding a wallet was reminded.
ALTER TABLE holdings ADD COLUMN renewal_told text NULL;
ALTER TABLE holdings ADD COLUMN expiry_told text NULL;
CREATE INDEX holdings_by_last_day ON holdings (last_day);
