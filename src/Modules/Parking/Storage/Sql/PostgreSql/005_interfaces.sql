CREATE TABLE client_counts (
    client text NOT NULL,
    hour bigint NOT NULL,
    state text NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (client, hour, state)
);

CREATE TABLE client_pauses (
    id text PRIMARY KEY,
    client_id text NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    asked integer NOT NULL,
    unknown integer NOT NULL
);
CREATE INDEX client_pauses_by_end ON client_pauses (until);
