CREATE TABLE clients (
    id text PRIMARY KEY,
    ags text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    scopes text NOT NULL,
    secret_hash text NOT NULL,
    created_at bigint NOT NULL,
    locked_at bigint NULL
);
CREATE INDEX clients_by_town ON clients (ags, name);
