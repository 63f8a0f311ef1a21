-- While a register is silent, a person states where they live and which vehicle they keep, and may get a provisional permit.
ALTER TABLE applications ADD COLUMN statement text NULL;
ALTER TABLE applications ADD COLUMN provisional_for text NULL;
CREATE UNIQUE INDEX applications_one_provisional ON applications (provisional_for) WHERE provisional_for IS NOT NULL;

ALTER TABLE permits ADD COLUMN provisional integer NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX permits_one_provisional_per_person ON permits (ags, resident_id) WHERE provisional = 1;

-- Who was refused gets no provisional permit, as long as the refusal is kept.
ALTER TABLE decisions ADD COLUMN resident_id text NULL;
UPDATE decisions SET resident_id = (SELECT resident_id FROM applications WHERE applications.id = decisions.application_id);
CREATE INDEX decisions_refused_to ON decisions (ags, resident_id) WHERE outcome = 'Refused';
