-- A project as its town states it today. The content is one document (JSON): its fields carry their sources.
CREATE TABLE projects (
    id text PRIMARY KEY,
    town text NOT NULL,
    version integer NOT NULL,
    changed_at bigint NOT NULL,
    content text NOT NULL
) WITHOUT ROWID;
CREATE INDEX projects_by_town ON projects (town);

-- Every state that a project was ever in, the present one too. Only added to.
CREATE TABLE project_versions (
    project_id text NOT NULL,
    version integer NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL,
    reason text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (project_id, version)
) WITHOUT ROWID;
