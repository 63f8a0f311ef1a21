CREATE TABLE bank_statements (
    id text PRIMARY KEY,
    iban text NOT NULL,
    name text NOT NULL,
    fingerprint text NOT NULL,
    opening_cents bigint NOT NULL,
    closing_cents bigint NOT NULL,
    closed_on text NOT NULL,
    imported_at bigint NOT NULL,
    sequence bigint NOT NULL,
    imported_by text NOT NULL
);
CREATE UNIQUE INDEX bank_statements_by_name ON bank_statements (iban, name);
CREATE UNIQUE INDEX bank_statements_by_sequence ON bank_statements (sequence);

CREATE TABLE bank_movements (
    id text PRIMARY KEY,
    statement_id text NOT NULL,
    position integer NOT NULL,
    cents bigint NOT NULL,
    booked_on text NOT NULL,
    party_name text NULL,
    party_iban text NULL,
    words text NOT NULL,
    end_to_end_id text NULL,
    is_return boolean NOT NULL,
    receivable_id text NULL,
    proposed_id text NULL,
    unassigned_cents bigint NOT NULL,
    state text NOT NULL
);
CREATE UNIQUE INDEX bank_movements_by_position ON bank_movements (statement_id, position);
CREATE INDEX bank_movements_unassigned ON bank_movements (booked_on) WHERE unassigned_cents <> 0;
CREATE INDEX bank_movements_by_end_to_end_id ON bank_movements (end_to_end_id) WHERE end_to_end_id IS NOT NULL;
CREATE INDEX bank_movements_by_receivable ON bank_movements (receivable_id) WHERE receivable_id IS NOT NULL;

ALTER TABLE receivables ADD COLUMN payers_differ boolean NOT NULL DEFAULT false;
