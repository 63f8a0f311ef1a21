-- The holder's own page: who has signed in with which browser, and what a permit needs to change during its life.
CREATE TABLE holder_sign_ins (
    id text PRIMARY KEY,
    ags text NOT NULL,
    browser_hash text NOT NULL,
    cross_device boolean NOT NULL,
    presentation_id text NOT NULL,
    presentation_query text NOT NULL,
    presentation_code text NOT NULL,
    presentation_expires_at bigint NOT NULL,
    refusal text NULL,
    created_at bigint NOT NULL
);
CREATE INDEX holder_sign_ins_to_forget ON holder_sign_ins (created_at);

CREATE TABLE holder_sessions (
    id text PRIMARY KEY,
    ags text NOT NULL,
    browser_hash text NOT NULL,
    resident_id text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX holder_sessions_by_browser ON holder_sessions (browser_hash);
CREATE INDEX holder_sessions_to_forget ON holder_sessions (expires_at);

-- One reminder for each permit and each end; the link in it renews once.
CREATE TABLE renewal_reminders (
    permit_id text NOT NULL,
    valid_until text NOT NULL,
    link_hash text NOT NULL,
    created_at bigint NOT NULL,
    application_id text NULL,
    PRIMARY KEY (permit_id, valid_until)
);
CREATE UNIQUE INDEX renewal_reminders_by_link ON renewal_reminders (link_hash);
CREATE INDEX permits_by_end ON permits (ags, valid_until) WHERE state = 'Active';
CREATE INDEX permits_by_resident ON permits (resident_id);

ALTER TABLE permits ADD COLUMN temporary_plates text NULL;

-- Renewals of all that are due, begun by a clerk: how far it is stands here, so that a run that was cut off goes on.
CREATE TABLE renewal_runs (
    id text PRIMARY KEY,
    ags text NOT NULL,
    started_by text NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint NULL,
    last_number text NOT NULL,
    renewed integer NOT NULL,
    left_over integer NOT NULL
);
CREATE UNIQUE INDEX renewal_runs_one_at_a_time ON renewal_runs (ags) WHERE finished_at IS NULL;

-- A permit has one change at a time that is not decided yet.
CREATE UNIQUE INDEX applications_one_open_change ON applications (permit_id) WHERE permit_id IS NOT NULL AND state IN ('WaitingForRegister', 'WaitingForClerk');

-- Permits whose cards say what is no longer so: no new card is offered before the old ones are revoked.
CREATE TABLE outdated_cards (
    permit_id text PRIMARY KEY,
    since bigint NOT NULL
);
