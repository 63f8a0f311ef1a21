-- Fees that the town's books call overdue, as long as they are.
CREATE TABLE unpaid_fees (
    notice_id text PRIMARY KEY,
    permit_id text NOT NULL,
    receivable_key text NOT NULL,
    due_on text NOT NULL,
    suspends boolean NOT NULL
);
CREATE INDEX unpaid_fees_by_permit ON unpaid_fees (permit_id);
