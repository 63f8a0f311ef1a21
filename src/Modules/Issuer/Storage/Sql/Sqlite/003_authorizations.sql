-- A wallet's request that a person may grant it a credential, and what became of it.
CREATE TABLE authorizations (
    id text PRIMARY KEY,
    configuration_id text NOT NULL,
    client_id text NOT NULL,
    wallet_name text NULL,
    redirect_uri text NOT NULL,
    state text NULL,
    challenge text NOT NULL,
    scope text NULL,
    issuer_state text NULL,
    key_thumbprint text NULL,
    instance_thumbprint text NULL,
    traits integer NOT NULL,
    browser_hash text NULL,
    expires_at bigint NOT NULL,
    completed_at bigint NULL,
    offer_id text NULL,
    offer_generation integer NULL,
    code_used_at bigint NULL
) WITHOUT ROWID;
CREATE INDEX authorizations_by_expiry ON authorizations (expires_at);

-- How a token was got (a sum of GrantTraits), and the key it is bound to.
ALTER TABLE access_tokens ADD COLUMN traits integer NOT NULL DEFAULT 0;
ALTER TABLE access_tokens ADD COLUMN key_thumbprint text NULL;

-- Until when a refresh token of this offer fetches fresh copies.
ALTER TABLE offers ADD COLUMN refresh_until bigint NULL;
