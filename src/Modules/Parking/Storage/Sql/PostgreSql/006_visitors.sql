CREATE TABLE visitor_tickets (
    id text PRIMARY KEY,
    ags text NOT NULL,
    permit_id text NOT NULL,
    resident_id text NOT NULL,
    unit text NOT NULL,
    length integer NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    amount_cents bigint NOT NULL,
    zone text NOT NULL,
    zone_name text NOT NULL,
    secret_hash text NULL,
    link_expires_at bigint NULL,
    created_at bigint NOT NULL,
    plate text NULL,
    starts_at bigint NULL,
    ends_at bigint NULL,
    changed_at bigint NOT NULL
);
CREATE UNIQUE INDEX visitor_tickets_by_number ON visitor_tickets (ags, resident_id, year, unit, length, number);
CREATE UNIQUE INDEX visitor_tickets_by_secret ON visitor_tickets (secret_hash) WHERE secret_hash IS NOT NULL;
CREATE INDEX visitor_tickets_by_change ON visitor_tickets (changed_at);
CREATE INDEX visitor_tickets_with_plate ON visitor_tickets (ends_at) WHERE plate IS NOT NULL;
