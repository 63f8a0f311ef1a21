-- What waits for a clerk: since when, whether it is decided and only to be released, who has taken it, what was found and asked.
ALTER TABLE applications ADD COLUMN with_office_since bigint NULL;
ALTER TABLE applications ADD COLUMN awaits_release boolean NOT NULL DEFAULT false;
ALTER TABLE applications ADD COLUMN findings text NULL;
ALTER TABLE applications ADD COLUMN claim text NULL;
ALTER TABLE applications ADD COLUMN question text NULL;
UPDATE applications SET with_office_since = created_at WHERE state = 'WaitingForClerk';
CREATE INDEX applications_to_work_on ON applications (ags, awaits_release, with_office_since) WHERE state = 'WaitingForClerk';

-- A revocation that one clerk proposes and another one confirms.
CREATE TABLE revocation_proposals (
    id text PRIMARY KEY,
    ags text NOT NULL,
    permit_id text NOT NULL,
    reason text NOT NULL,
    proposed_by text NOT NULL,
    proposed_by_name text NOT NULL,
    proposed_at bigint NOT NULL,
    state text NOT NULL,
    settled_by text NULL,
    settled_at bigint NULL,
    revision integer NOT NULL
);
CREATE UNIQUE INDEX revocation_proposals_one_open ON revocation_proposals (permit_id) WHERE state = 'Open';
CREATE INDEX revocation_proposals_open ON revocation_proposals (ags, proposed_at) WHERE state = 'Open';
