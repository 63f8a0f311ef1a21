CREATE TABLE applications (
    id text PRIMARY KEY,
    ags text NOT NULL,
    browser_hash text NOT NULL,
    cross_device integer NOT NULL,
    presentation_id text NOT NULL,
    presentation_query text NOT NULL,
    presentation_code text NOT NULL,
    presentation_expires_at bigint NOT NULL,
    state text NOT NULL,
    resident_id text NULL,
    proposal text NULL,
    wish text NULL,
    refusal text NULL,
    permit_id text NULL,
    offer_id text NULL,
    created_at bigint NOT NULL,
    next_attempt_at bigint NULL,
    attempts integer NOT NULL,
    revision integer NOT NULL
);
CREATE INDEX applications_waiting ON applications (next_attempt_at) WHERE state = 'WaitingForRegister';
CREATE INDEX applications_by_browser ON applications (browser_hash);
CREATE INDEX applications_to_forget ON applications (created_at) WHERE state <> 'Granted';
CREATE UNIQUE INDEX applications_by_permit ON applications (permit_id) WHERE permit_id IS NOT NULL;

CREATE TABLE permits (
    id text PRIMARY KEY,
    ags text NOT NULL,
    permit_number text NOT NULL,
    resident_id text NOT NULL,
    plates text NOT NULL,
    zone text NOT NULL,
    zone_name text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    state text NOT NULL,
    revoked_at bigint NULL,
    revocation_reason text NULL,
    application_id text NOT NULL,
    fee_notice_id text NOT NULL,
    issued_at bigint NOT NULL,
    rule_version text NOT NULL,
    changed_at bigint NOT NULL
);
CREATE UNIQUE INDEX permits_one_per_person ON permits (ags, resident_id) WHERE state = 'Active';
CREATE UNIQUE INDEX permits_one_per_application ON permits (application_id);
CREATE UNIQUE INDEX permits_by_number ON permits (permit_number);
CREATE INDEX permits_by_change ON permits (changed_at);
CREATE INDEX permits_by_issue ON permits (issued_at);

CREATE TABLE permit_numbers (
    ags text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (ags, year)
);

CREATE TABLE fee_notices (
    id text PRIMARY KEY,
    ags text NOT NULL,
    permit_id text NOT NULL,
    application_id text NOT NULL,
    reference text NOT NULL,
    addressee_name text NOT NULL,
    addressee_street text NOT NULL,
    addressee_place text NOT NULL,
    amount_cents bigint NOT NULL,
    fee_rule_id text NOT NULL,
    payee_name text NULL,
    payee_iban text NULL,
    demo integer NOT NULL,
    issued_on text NOT NULL,
    due_on text NOT NULL
);
CREATE UNIQUE INDEX fee_notices_by_permit ON fee_notices (permit_id);

CREATE TABLE inspection_counts (
    warden text NOT NULL,
    hour bigint NOT NULL,
    state text NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (warden, hour, state)
);
