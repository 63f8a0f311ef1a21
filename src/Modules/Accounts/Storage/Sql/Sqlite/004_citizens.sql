-- Citizens: the account, the means by which its owner signs in, and the sessions that come of it are three things.
CREATE TABLE citizens (
    id text PRIMARY KEY,
    ags text NOT NULL,
    resident_id text NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint NOT NULL
);
CREATE UNIQUE INDEX citizens_by_resident ON citizens (ags, resident_id);
CREATE INDEX citizens_by_last_use ON citizens (last_used_at);

CREATE TABLE citizen_means (
    id text PRIMARY KEY,
    ags text NOT NULL,
    account_id text NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    added_at bigint NOT NULL,
    last_used_at bigint NULL,
    ended_at bigint NULL
);
CREATE INDEX citizen_means_by_account ON citizen_means (account_id);
CREATE UNIQUE INDEX citizen_means_one_citizen_id ON citizen_means (account_id) WHERE kind = 'CitizenId';

CREATE TABLE citizen_sessions (
    id text PRIMARY KEY,
    ags text NOT NULL,
    account_id text NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    means_id text NOT NULL REFERENCES citizen_means (id) ON DELETE CASCADE,
    browser_hash text NOT NULL,
    level text NOT NULL,
    began_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint NULL
);
CREATE INDEX citizen_sessions_by_browser ON citizen_sessions (browser_hash) WHERE ended_at IS NULL;
CREATE INDEX citizen_sessions_by_account ON citizen_sessions (account_id);
CREATE INDEX citizen_sessions_by_age ON citizen_sessions (began_at);
