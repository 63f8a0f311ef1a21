CREATE TABLE receivables (
    id text PRIMARY KEY,
    key text NOT NULL,
    reference text NOT NULL,
    creditor_reference text NOT NULL,
    debtor_name text NOT NULL,
    purpose text NOT NULL,
    amount_cents bigint NOT NULL,
    due_on text NOT NULL,
    payee_name text NULL,
    payee_iban text NULL,
    demo boolean NOT NULL,
    opened_at bigint NOT NULL,
    open_cents bigint NOT NULL,
    income_cents bigint NOT NULL,
    received_cents bigint NOT NULL,
    refundable_cents bigint NOT NULL,
    written_off_cents bigint NOT NULL,
    payer_name text NULL,
    payer_iban text NULL,
    told text NOT NULL
);
CREATE UNIQUE INDEX receivables_by_key ON receivables (key);
CREATE UNIQUE INDEX receivables_by_creditor_reference ON receivables (creditor_reference);
CREATE INDEX receivables_open ON receivables (due_on) WHERE open_cents > 0;
CREATE INDEX receivables_refundable ON receivables (opened_at) WHERE refundable_cents > 0;

CREATE TABLE journal (
    id integer PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO journal (id, last) VALUES (1, 0);

CREATE TABLE ledger_entries (
    number bigint PRIMARY KEY,
    key text NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    reason text NULL,
    booked_on text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX ledger_entries_by_key ON ledger_entries (key);

CREATE TABLE ledger_lines (
    entry bigint NOT NULL REFERENCES ledger_entries (number),
    position integer NOT NULL,
    account text NOT NULL,
    part text NOT NULL,
    cents bigint NOT NULL CHECK (cents <> 0),
    PRIMARY KEY (entry, position)
);
CREATE INDEX ledger_lines_by_account ON ledger_lines (account, part);

CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only';
END
$$;
CREATE TRIGGER ledger_entries_stay BEFORE UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger();
CREATE TRIGGER ledger_lines_stay BEFORE UPDATE OR DELETE ON ledger_lines FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger();
