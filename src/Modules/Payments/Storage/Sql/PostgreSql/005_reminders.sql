ALTER TABLE receivables ADD COLUMN reminder_fee_cents bigint NOT NULL DEFAULT 0;
ALTER TABLE receivables ADD COLUMN held_because text NULL;

CREATE TABLE reminders (
    receivable_id text NOT NULL REFERENCES receivables (id),
    level integer NOT NULL,
    kind text NOT NULL,
    reminded_on text NOT NULL,
    pay_by text NOT NULL,
    fee_cents bigint NOT NULL,
    fee_basis text NULL,
    PRIMARY KEY (receivable_id, level)
);
