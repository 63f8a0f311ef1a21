-- Questions to wallets by which somebody wants to sign in; what comes of them lies with the accounts.
CREATE TABLE sign_ins (
    id text PRIMARY KEY,
    browser_hash text NOT NULL,
    cross_device integer NOT NULL,
    return_path text NOT NULL,
    presentation_id text NOT NULL,
    presentation_query text NOT NULL,
    presentation_code text NOT NULL,
    presentation_expires_at bigint NOT NULL,
    refusal text NULL,
    created_at bigint NOT NULL
);
CREATE INDEX sign_ins_to_forget ON sign_ins (created_at);
