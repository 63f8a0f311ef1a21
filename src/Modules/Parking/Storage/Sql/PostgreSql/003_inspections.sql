CREATE TABLE shifts (
    id text PRIMARY KEY,
    ags text NOT NULL,
    warden text NOT NULL,
    purpose text NOT NULL,
    zones text NOT NULL,
    started_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    ended_at bigint NULL
);
CREATE UNIQUE INDEX shifts_one_open ON shifts (warden) WHERE ended_at IS NULL;
CREATE INDEX shifts_by_start ON shifts (started_at);

CREATE TABLE street_cases (
    id text PRIMARY KEY,
    ags text NOT NULL,
    warden text NOT NULL,
    purpose text NOT NULL,
    plate text NOT NULL,
    zone text NOT NULL,
    zone_name text NOT NULL,
    place text NOT NULL,
    rule text NOT NULL,
    state text NOT NULL,
    photos integer NOT NULL,
    observed_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    filed_at bigint NULL
);
CREATE INDEX street_cases_by_end ON street_cases (expires_at);
