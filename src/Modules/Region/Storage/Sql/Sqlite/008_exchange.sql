-- What others have made, as imported catalogues describe it: no projects of the register. Each stands here as it was imported last.
CREATE TABLE foreign_results (
    id text PRIMARY KEY,
    version integer NOT NULL,
    imported_at bigint NOT NULL,
    content text NOT NULL
) WITHOUT ROWID;

-- Every state that one was ever in, the present one too. Only added to.
CREATE TABLE foreign_result_versions (
    result_id text NOT NULL,
    version integer NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (result_id, version)
) WITHOUT ROWID;

-- Documents that somebody looks at before they count; gone after a day.
CREATE TABLE import_drafts (
    id text PRIMARY KEY,
    source text NOT NULL,
    fetched integer NOT NULL,
    content text NOT NULL,
    created_at bigint NOT NULL,
    created_by text NOT NULL
);

-- A feed that cannot be read is asked less and less often.
ALTER TABLE feeds ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN rests_until bigint NULL;
