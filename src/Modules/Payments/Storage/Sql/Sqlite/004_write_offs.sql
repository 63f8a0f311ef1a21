CREATE TABLE write_offs (
    receivable_id text PRIMARY KEY,
    reason text NOT NULL,
    asked_by text NOT NULL,
    asked_at bigint NOT NULL
);
