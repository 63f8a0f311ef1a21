-- A wallet: one installation of the app. Nothing here says whose.
CREATE TABLE wallets (
    id text PRIMARY KEY,
    thumbprint text NOT NULL UNIQUE,
    emergency_hash text NOT NULL UNIQUE,
    locator_hash text NOT NULL UNIQUE,
    seen_on text NOT NULL,
    locked_at bigint NULL
);
CREATE INDEX wallets_by_seen ON wallets (seen_on);

-- What a wallet wants to find again after a loss; sealed on the phone.
CREATE TABLE lists (
    wallet_id text PRIMARY KEY,
    version integer NOT NULL,
    sealed bytea NOT NULL
);

-- Proofs that were shown: each is good once.
CREATE TABLE used_proofs (
    id text PRIMARY KEY,
    expires_at bigint NOT NULL
);
CREATE INDEX used_proofs_by_expiry ON used_proofs (expires_at);
