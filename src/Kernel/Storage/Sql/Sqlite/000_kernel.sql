CREATE TABLE outbox (
    id text PRIMARY KEY,
    kind text NOT NULL,
    payload text NOT NULL,
    created_at bigint NOT NULL,
    next_attempt_at bigint NOT NULL,
    attempts integer NOT NULL
);
CREATE INDEX outbox_by_next_attempt ON outbox (next_attempt_at);

CREATE TABLE audit (
    id text PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text NULL
);
CREATE INDEX audit_by_subject ON audit (subject, at);
