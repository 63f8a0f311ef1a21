CREATE TABLE messages (
    id text PRIMARY KEY,
    ags text NOT NULL,
    key text NOT NULL,
    language text NOT NULL,
    subject text NULL,
    body text NULL,
    letter text NULL,
    owner text NULL,
    asks_to_confirm boolean NOT NULL,
    on_paper_otherwise boolean NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at bigint NULL,
    reason text NULL,
    created_at bigint NOT NULL,
    settled_at bigint NULL,
    batch_id text NULL
);
CREATE UNIQUE INDEX messages_by_key ON messages (ags, key);
CREATE INDEX messages_due ON messages (next_attempt_at) WHERE state = 'Waiting';
CREATE INDEX messages_held ON messages (owner) WHERE state = 'Held';
CREATE INDEX messages_to_print ON messages (created_at) WHERE state = 'ToPrint';
CREATE INDEX messages_by_batch ON messages (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX messages_to_forget ON messages (settled_at) WHERE body IS NOT NULL;
CREATE INDEX messages_by_time ON messages (created_at);

CREATE TABLE email_addresses (
    ags text NOT NULL,
    owner text NOT NULL,
    address text NOT NULL,
    language text NOT NULL,
    code_hash text NULL,
    asked_at bigint NOT NULL,
    asked_times integer NOT NULL,
    confirmed_at bigint NULL,
    PRIMARY KEY (ags, owner)
);
CREATE UNIQUE INDEX email_addresses_by_code ON email_addresses (code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX email_addresses_by_address ON email_addresses (address);

CREATE TABLE print_batches (
    id text PRIMARY KEY,
    ags text NOT NULL,
    letters integer NOT NULL,
    made_at bigint NOT NULL,
    made_by text NOT NULL,
    printed_at bigint NULL,
    printed_by text NULL
);
CREATE INDEX print_batches_by_time ON print_batches (made_at);
