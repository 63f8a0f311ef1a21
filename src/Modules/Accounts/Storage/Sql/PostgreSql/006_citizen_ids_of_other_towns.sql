-- Whose citizen ID a means is: the town's own (both empty), or another town's. A pair of town and subject leads to one account.
ALTER TABLE citizen_means ADD COLUMN issuer text NOT NULL DEFAULT '';
ALTER TABLE citizen_means ADD COLUMN subject text NOT NULL DEFAULT '';
DROP INDEX citizen_means_one_citizen_id;
CREATE UNIQUE INDEX citizen_means_one_citizen_id ON citizen_means (account_id, issuer, subject) WHERE kind = 'CitizenId';
CREATE UNIQUE INDEX citizen_means_by_subject ON citizen_means (ags, issuer, subject) WHERE issuer <> '';
