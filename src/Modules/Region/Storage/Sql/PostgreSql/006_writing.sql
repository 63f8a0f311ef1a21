-- Forms with which projects were entered: a form that is sent again enters no second project.
CREATE TABLE project_forms (
    key text PRIMARY KEY,
    project_id text NOT NULL
);

-- What was changed since a time, for the index that search and duplicate warning keep in memory.
CREATE INDEX projects_by_change ON projects (changed_at);

-- Projects that another town tells under a name that the register has given already: kept out, and shown to the office.
CREATE TABLE feed_clashes (
    town text NOT NULL,
    project_id text NOT NULL,
    title text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (town, project_id)
);
