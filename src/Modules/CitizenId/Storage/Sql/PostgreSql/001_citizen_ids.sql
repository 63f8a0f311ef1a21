CREATE TABLE citizen_references (
    resident_id text PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    created_at bigint NOT NULL
);

CREATE TABLE identification_requests (
    id text PRIMARY KEY,
    browser_hash text NOT NULL,
    cross_device boolean NOT NULL,
    presentation_id text NOT NULL,
    presentation_code text NOT NULL,
    presentation_query text NOT NULL,
    presentation_expires_at bigint NOT NULL,
    state text NOT NULL,
    id_card text NULL,
    resident_id text NULL,
    address_differs boolean NOT NULL,
    offer_id text NULL,
    refusal text NULL,
    created_at bigint NOT NULL
);
CREATE INDEX identification_requests_waiting ON identification_requests (created_at) WHERE state = 'Looking';
CREATE INDEX identification_requests_by_age ON identification_requests (created_at);
