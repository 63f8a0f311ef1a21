-- Keys of the passkeys by which citizens sign in: the second means beside the citizen ID.
CREATE TABLE citizen_passkeys (
    means_id text PRIMARY KEY REFERENCES citizen_means (id) ON DELETE CASCADE,
    ags text NOT NULL,
    account_id text NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    credential_id bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    transports text NOT NULL,
    sign_count bigint NOT NULL,
    user_verified boolean NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    added_at bigint NOT NULL
);
CREATE INDEX citizen_passkeys_by_account ON citizen_passkeys (account_id);
