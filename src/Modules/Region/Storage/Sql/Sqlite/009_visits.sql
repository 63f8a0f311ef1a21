-- Visits of a day and their guests: made-up names on real phones, nothing about a person. Both are deleted when the visit ends.
CREATE TABLE visits (
    id text PRIMARY KEY,
    name text NOT NULL,
    code text NOT NULL UNIQUE,
    screen_hash text NOT NULL UNIQUE,
    places integer NOT NULL,
    started_at bigint NOT NULL,
    ends_at bigint NOT NULL
) WITHOUT ROWID;

-- One browser is one guest; the number makes the name, and no visit gets more guests than it has places.
CREATE TABLE visit_guests (
    id text PRIMARY KEY,
    visit_id text NOT NULL REFERENCES visits (id),
    number integer NOT NULL,
    language text NOT NULL,
    browser_hash text NOT NULL,
    reference text NOT NULL,
    joined_at bigint NOT NULL,
    id_offer text NULL,
    has_id_at bigint NULL,
    presentation text NULL,
    applied_at bigint NULL,
    refusal text NULL,
    permit_offer text NULL,
    has_permit_at bigint NULL,
    UNIQUE (visit_id, number),
    UNIQUE (visit_id, browser_hash)
) WITHOUT ROWID;
