CREATE TABLE exports (
    name text PRIMARY KEY,
    accepted_file text NULL,
    entries integer NOT NULL,
    accepted_at bigint NULL,
    accepted_on text NULL,
    refused_file text NULL,
    refused_at bigint NULL,
    problems text NULL,
    problem_count integer NOT NULL,
    revision integer NOT NULL
);

CREATE TABLE residents (
    key text PRIMARY KEY,
    entry text NOT NULL,
    checksum text NOT NULL,
    birth_date text NOT NULL
);
CREATE INDEX residents_by_birth_date ON residents (birth_date);

CREATE TABLE vehicles (
    key text PRIMARY KEY,
    entry text NOT NULL,
    checksum text NOT NULL,
    keeper_id text NULL,
    user_id text NULL
);
CREATE INDEX vehicles_by_keeper ON vehicles (keeper_id) WHERE keeper_id IS NOT NULL;
CREATE INDEX vehicles_by_user ON vehicles (user_id) WHERE user_id IS NOT NULL;
