-- Whose citizen ID the applicant showed (JSON); NULL for this town's own, and where none was shown.
ALTER TABLE applications ADD COLUMN foreign_citizen_id text NULL;
