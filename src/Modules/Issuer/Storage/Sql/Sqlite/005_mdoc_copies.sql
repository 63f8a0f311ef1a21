-- One offer is fetched in two forms: each replaces the earlier copies of its own form, and both those of earlier openings.
ALTER TABLE copies ADD COLUMN mdoc integer NOT NULL DEFAULT 0;
ALTER TABLE copies ADD COLUMN generation integer NOT NULL DEFAULT 0;
ALTER TABLE deferrals ADD COLUMN mdoc integer NOT NULL DEFAULT 0;
