-- Beside projects a town tells notes of other kinds. A subject stands in the feed once.
ALTER TABLE feed_entries RENAME COLUMN project_id TO subject;
ALTER TABLE feed_entries RENAME COLUMN project_version TO version;
ALTER TABLE feed_entries ADD COLUMN kind text NOT NULL DEFAULT 'project';
CREATE INDEX feed_entries_by_kind ON feed_entries (kind, number);

-- What this town has to tell beside its projects, written with the deed and signed a moment later.
CREATE TABLE feed_notes (
    subject text PRIMARY KEY,
    kind text NOT NULL,
    said_at bigint NOT NULL,
    content text NOT NULL
);

-- Notes may lie before what was read already: every feed is read from its start again, once. Known states change nothing.
UPDATE feeds SET last_number = 0;

-- What a town said of a take-over, each step anew. Only added to.
CREATE TABLE reuse_records (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    giver text NOT NULL,
    taker text NOT NULL,
    number integer NOT NULL,
    speaker text NOT NULL,
    form_key text NULL,
    content text NOT NULL
);
CREATE UNIQUE INDEX reuse_records_by_number ON reuse_records (project_id, taker, number, speaker);
CREATE UNIQUE INDEX reuse_records_by_form ON reuse_records (form_key);
CREATE INDEX reuse_records_by_giver ON reuse_records (giver);
CREATE INDEX reuse_records_by_taker ON reuse_records (taker);

-- Who has signed which record. The other side's may come before the record itself: they travel in different feeds.
CREATE TABLE reuse_signatures (
    record_id text NOT NULL,
    town text NOT NULL,
    signed_at bigint NOT NULL,
    credential text NOT NULL,
    PRIMARY KEY (record_id, town)
);

CREATE FUNCTION refuse_change_of_reuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'reuse records are append-only';
END
$$;
CREATE TRIGGER reuse_records_stay BEFORE UPDATE OR DELETE ON reuse_records FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reuse();
CREATE TRIGGER reuse_signatures_stay BEFORE UPDATE OR DELETE ON reuse_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reuse();

-- Questions of a town to the lead of a project, and the lead's answer. An answer may come before its question.
CREATE TABLE reuse_questions (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    giver text NOT NULL,
    asker text NOT NULL,
    asker_name text NOT NULL,
    asked_at bigint NOT NULL,
    words text NOT NULL
);
CREATE INDEX reuse_questions_by_project ON reuse_questions (project_id);
CREATE TABLE reuse_answers (
    question_id text NOT NULL,
    town text NOT NULL,
    answered_at bigint NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (question_id, town)
);
CREATE TRIGGER reuse_questions_stay BEFORE UPDATE OR DELETE ON reuse_questions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reuse();
CREATE TRIGGER reuse_answers_stay BEFORE UPDATE OR DELETE ON reuse_answers FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reuse();
