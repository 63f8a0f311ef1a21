ALTER TABLE receivables ADD COLUMN refunded_cents bigint NOT NULL DEFAULT 0;
ALTER TABLE receivables ADD COLUMN provided_name text NULL;
ALTER TABLE receivables ADD COLUMN provided_iban text NULL;
ALTER TABLE bank_movements ADD COLUMN refundable_cents bigint NOT NULL DEFAULT 0;
CREATE INDEX bank_movements_refundable ON bank_movements (booked_on) WHERE refundable_cents > 0;

CREATE TABLE refund_files (
    id text PRIMARY KEY,
    name text NOT NULL,
    debtor_name text NOT NULL,
    debtor_iban text NOT NULL,
    total_cents bigint NOT NULL,
    count integer NOT NULL,
    state text NOT NULL,
    made_at bigint NOT NULL,
    made_by text NOT NULL,
    decided_at bigint NULL,
    decided_by text NULL,
    execute_on text NULL
);
CREATE UNIQUE INDEX refund_files_by_name ON refund_files (name);

CREATE TABLE refunds (
    id text PRIMARY KEY,
    file_id text NOT NULL,
    position integer NOT NULL,
    receivable_id text NULL,
    movement_id text NULL,
    cents bigint NOT NULL,
    creditor_name text NOT NULL,
    creditor_iban text NOT NULL,
    words text NOT NULL,
    end_to_end_id text NOT NULL,
    state text NOT NULL
);
CREATE UNIQUE INDEX refunds_by_position ON refunds (file_id, position);
CREATE UNIQUE INDEX refunds_by_end_to_end_id ON refunds (end_to_end_id);
