-- What this town tells the others, signed. Each project stands here once, with its newest number: who has read up to a number finds
-- everything newer behind it.
CREATE TABLE feed_entries (
    number bigint PRIMARY KEY,
    project_id text NOT NULL UNIQUE,
    project_version integer NOT NULL,
    signed text NOT NULL
);

-- How far the feeds of other towns were read.
CREATE TABLE feeds (
    town text PRIMARY KEY,
    last_number bigint NOT NULL,
    read_at bigint NULL,
    failure text NULL
);
