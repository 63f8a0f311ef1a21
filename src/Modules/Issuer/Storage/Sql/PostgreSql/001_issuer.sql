CREATE TABLE offers (
    id text PRIMARY KEY,
    configuration_id text NOT NULL,
    subject text NOT NULL,
    claims text NOT NULL,
    valid_until bigint NULL,
    idempotency_key text NOT NULL UNIQUE,
    generation integer NOT NULL,
    reference_hash text NOT NULL UNIQUE,
    code_hash text NOT NULL UNIQUE,
    typed_code_hash text NOT NULL UNIQUE,
    transaction_code_length integer NULL,
    transaction_code_tries integer NOT NULL,
    expires_at bigint NOT NULL,
    code_used_at bigint NULL,
    issued_generation integer NOT NULL
);
CREATE INDEX offers_by_subject ON offers (subject);
CREATE INDEX offers_by_expiry ON offers (expires_at);

CREATE TABLE access_tokens (
    token_hash text PRIMARY KEY,
    offer_id text NOT NULL,
    expires_at bigint NOT NULL,
    batches integer NOT NULL
);
CREATE INDEX access_tokens_by_offer ON access_tokens (offer_id);

CREATE TABLE used_nonces (
    id text PRIMARY KEY,
    expires_at bigint NOT NULL
);

CREATE TABLE status_lists (
    number integer PRIMARY KEY,
    issuer_slug text NOT NULL,
    version integer NOT NULL
);

-- One row per entry of a status list that is taken: a copy in somebody's wallet, or a decoy (without offer).
CREATE TABLE copies (
    list integer NOT NULL,
    position integer NOT NULL,
    offer_id text NULL,
    subject text NULL,
    holder_key text NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint NULL,
    PRIMARY KEY (list, position)
);
CREATE INDEX copies_by_offer ON copies (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX copies_by_subject ON copies (subject) WHERE subject IS NOT NULL;
CREATE INDEX copies_revoked ON copies (list) WHERE revoked_at IS NOT NULL;
