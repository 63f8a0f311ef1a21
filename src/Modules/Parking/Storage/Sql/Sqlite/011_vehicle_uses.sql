-- A vehicle that somebody else keeps and that a resident uses for good, and what entitles to it.
CREATE TABLE vehicle_uses (
    id text PRIMARY KEY,
    ags text NOT NULL,
    user_id text NOT NULL,
    user_name text NOT NULL,
    basis text NOT NULL,
    plate text NOT NULL,
    evidence text NULL,
    state text NOT NULL,
    secret_hash text NOT NULL,
    keeper_id text NULL,
    statement text NULL,
    length_millimetres integer NULL,
    width_millimetres integer NULL,
    valid_until text NULL,
    answer text NULL,
    answered_by text NULL,
    asked_at bigint NOT NULL,
    answered_at bigint NULL,
    revision integer NOT NULL
);
CREATE UNIQUE INDEX vehicle_uses_by_secret ON vehicle_uses (secret_hash);
CREATE INDEX vehicle_uses_by_user ON vehicle_uses (ags, user_id);
CREATE INDEX vehicle_uses_with_office ON vehicle_uses (ags, asked_at) WHERE state = 'WaitingForClerk';

-- A keeper's wallet is asked to consent, or to withdraw the consent.
CREATE TABLE consent_questions (
    id text PRIMARY KEY,
    use_id text NOT NULL,
    withdraws integer NOT NULL,
    browser_hash text NOT NULL,
    cross_device integer NOT NULL,
    presentation_id text NOT NULL,
    presentation_query text NOT NULL,
    presentation_code text NOT NULL,
    presentation_expires_at bigint NOT NULL,
    statement text NOT NULL,
    refusal text NULL,
    created_at bigint NOT NULL
);
CREATE INDEX consent_questions_by_age ON consent_questions (created_at);
