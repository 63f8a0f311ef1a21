CREATE TABLE staff (
    id text PRIMARY KEY,
    ags text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    demo boolean NOT NULL,
    security_stamp text NOT NULL,
    created_at bigint NOT NULL,
    locked_at bigint NULL
);
CREATE INDEX staff_by_town ON staff (ags, created_at);
CREATE UNIQUE INDEX demo_staff_by_role ON staff (ags, role) WHERE demo;

CREATE TABLE passkeys (
    id text PRIMARY KEY,
    ags text NOT NULL,
    staff_id text NOT NULL REFERENCES staff (id),
    credential_id bytea NOT NULL UNIQUE,
    name text NOT NULL,
    public_key bytea NOT NULL,
    transports text NOT NULL,
    sign_count bigint NOT NULL,
    user_verified boolean NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    added_at bigint NOT NULL,
    last_used_at bigint NULL
);
CREATE INDEX passkeys_by_staff ON passkeys (staff_id);

CREATE TABLE enrolments (
    secret_hash text PRIMARY KEY,
    ags text NOT NULL,
    staff_id text NOT NULL REFERENCES staff (id),
    expires_at bigint NOT NULL,
    used_at bigint NULL
);
CREATE INDEX enrolments_by_staff ON enrolments (staff_id);
