-- A notice of grant (Zuwendungsbescheid) and whom it is for. What it grants stands in its plans.
CREATE TABLE funding_notices (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    programme text NOT NULL,
    authority text NOT NULL,
    reference text NOT NULL,
    recipient text NOT NULL,
    recipient_kind text NOT NULL,
    demo boolean NOT NULL,
    entered_at bigint NOT NULL
);
CREATE INDEX funding_notices_by_project ON funding_notices (project_id);
CREATE UNIQUE INDEX funding_notices_by_reference ON funding_notices (authority, reference);

-- One row: whoever writes holds it until the transaction ends.
CREATE TABLE funding_journal (
    id integer PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO funding_journal (id, last) VALUES (1, 0);

-- What happened, counted without gaps over all notices. Only added to: a mistake is put right by an entry with the opposite sum.
CREATE TABLE funding_entries (
    number bigint PRIMARY KEY,
    notice_id text NOT NULL REFERENCES funding_notices (id),
    key text NOT NULL,
    kind text NOT NULL,
    booked_on text NOT NULL,
    cents bigint NOT NULL,
    eligible_cents bigint NOT NULL,
    source text NULL,
    category text NULL,
    milestone text NULL,
    partner text NULL,
    party text NULL,
    document text NULL,
    document_key text NULL,
    document_cents bigint NULL,
    reverses bigint NULL REFERENCES funding_entries (number),
    words text NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX funding_entries_by_key ON funding_entries (key);
CREATE UNIQUE INDEX funding_entries_by_reversed ON funding_entries (reverses);
CREATE INDEX funding_entries_by_notice ON funding_entries (notice_id, number);
CREATE INDEX funding_entries_by_document ON funding_entries (document_key);

-- The figures of a notice from a day on (JSON): the first ones and those of every change notice. Only added to.
CREATE TABLE funding_plans (
    entry bigint PRIMARY KEY REFERENCES funding_entries (number),
    notice_id text NOT NULL REFERENCES funding_notices (id),
    version integer NOT NULL,
    effective_on text NOT NULL,
    content text NOT NULL
);
CREATE UNIQUE INDEX funding_plans_by_version ON funding_plans (notice_id, version);

CREATE FUNCTION refuse_change_of_funding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the funding ledger is append-only';
END
$$;
CREATE TRIGGER funding_notices_stay BEFORE UPDATE OR DELETE ON funding_notices FOR EACH ROW EXECUTE FUNCTION refuse_change_of_funding();
CREATE TRIGGER funding_entries_stay BEFORE UPDATE OR DELETE ON funding_entries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_funding();
CREATE TRIGGER funding_plans_stay BEFORE UPDATE OR DELETE ON funding_plans FOR EACH ROW EXECUTE FUNCTION refuse_change_of_funding();
