-- Keys of the passkeys by which citizens sign in: the second means beside the citizen ID.
CREATE TABLE citizen_passkeys (
    means_id text PRIMARY KEY REFERENCES citizen_means (id) ON DELETE CASCADE,
    ags text NOT NULL,
    account_id text NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    credential_id blob NOT NULL UNIQUE,
    public_key blob NOT NULL,
    transports text NOT NULL,
    sign_count bigint NOT NULL,
    user_verified integer NOT NULL,
    backup_eligible integer NOT NULL,
    backed_up integer NOT NULL,
    added_at bigint NOT NULL
);
CREATE INDEX citizen_passkeys_by_account ON citizen_passkeys (account_id);
