-- A permit can change, several notices and terms belong to it, and an application may come from elsewhere than a wallet.
CREATE TABLE applications_next (
    id text PRIMARY KEY,
    ags text NOT NULL,
    purpose text NOT NULL,
    origin text NOT NULL,
    browser_hash text NULL,
    cross_device integer NOT NULL,
    presentation_id text NULL,
    presentation_query text NULL,
    presentation_code text NULL,
    presentation_expires_at bigint NULL,
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
INSERT INTO applications_next
SELECT id, ags, 'FirstPermit', 'Wallet', browser_hash, cross_device, presentation_id, presentation_query, presentation_code, presentation_expires_at,
       state, resident_id, proposal, wish, refusal, permit_id, offer_id, created_at, next_attempt_at, attempts, revision
FROM applications;
DROP TABLE applications;
ALTER TABLE applications_next RENAME TO applications;
CREATE INDEX applications_waiting ON applications (next_attempt_at) WHERE state = 'WaitingForRegister';
CREATE INDEX applications_with_office ON applications (created_at) WHERE state = 'WaitingForClerk';
CREATE INDEX applications_by_browser ON applications (browser_hash);
CREATE INDEX applications_to_forget ON applications (created_at) WHERE state <> 'Granted';
CREATE INDEX applications_by_permit ON applications (permit_id) WHERE permit_id IS NOT NULL;
CREATE UNIQUE INDEX applications_first_of_permit ON applications (permit_id) WHERE permit_id IS NOT NULL AND purpose = 'FirstPermit';

ALTER TABLE permits RENAME COLUMN revoked_at TO ended_at;
ALTER TABLE permits RENAME COLUMN revocation_reason TO end_reason;
ALTER TABLE permits ADD COLUMN revision integer NOT NULL DEFAULT 0;
DROP INDEX permits_one_per_person;
CREATE UNIQUE INDEX permits_one_per_person ON permits (ags, resident_id) WHERE state IN ('Active', 'Suspended');

CREATE TABLE permit_terms (
    id text PRIMARY KEY,
    permit_id text NOT NULL,
    valid_from text NOT NULL,
    valid_until text NOT NULL,
    amount_cents bigint NOT NULL,
    fee_notice_id text NOT NULL
);
INSERT INTO permit_terms
SELECT permits.id, permits.id, permits.valid_from, permits.valid_until, fee_notices.amount_cents, fee_notices.id
FROM permits JOIN fee_notices ON fee_notices.id = permits.fee_notice_id;
CREATE INDEX permit_terms_by_permit ON permit_terms (permit_id, valid_from);

ALTER TABLE fee_notices ADD COLUMN occasion text NOT NULL DEFAULT 'FirstPermit';
DROP INDEX fee_notices_by_permit;
CREATE INDEX fee_notices_by_permit ON fee_notices (permit_id);
CREATE UNIQUE INDEX fee_notices_by_application ON fee_notices (application_id);
CREATE UNIQUE INDEX fee_notices_by_reference ON fee_notices (ags, reference);

CREATE TABLE decisions (
    id text PRIMARY KEY,
    ags text NOT NULL,
    application_id text NOT NULL,
    permit_id text NULL,
    purpose text NOT NULL,
    outcome text NOT NULL,
    decided_at bigint NOT NULL,
    decided_by text NOT NULL,
    legal_basis text NULL,
    rule_version text NOT NULL,
    facts text NOT NULL,
    refusal text NULL
);
CREATE UNIQUE INDEX decisions_by_application ON decisions (application_id);
CREATE INDEX decisions_by_permit ON decisions (permit_id) WHERE permit_id IS NOT NULL;
CREATE INDEX decisions_by_day ON decisions (decided_at);
