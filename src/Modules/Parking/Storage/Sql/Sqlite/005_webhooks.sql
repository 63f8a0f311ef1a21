CREATE TABLE event_subscriptions (
    id text PRIMARY KEY,
    ags text NOT NULL,
    client_id text NOT NULL,
    url text NOT NULL,
    events text NOT NULL,
    created_at bigint NOT NULL,
    followed_until bigint NOT NULL
);
CREATE INDEX event_subscriptions_by_client ON event_subscriptions (client_id);

CREATE TABLE event_deliveries (
    id text PRIMARY KEY,
    subscription_id text NOT NULL REFERENCES event_subscriptions (id),
    permit_id text NOT NULL,
    revision integer NOT NULL,
    event_type text NOT NULL,
    body text NOT NULL,
    waiting_since bigint NOT NULL,
    next_attempt_at bigint NOT NULL,
    attempts integer NOT NULL,
    state text NOT NULL,
    last_answer text NULL
);
CREATE UNIQUE INDEX event_deliveries_once ON event_deliveries (subscription_id, permit_id, revision);
CREATE INDEX event_deliveries_by_state ON event_deliveries (state, next_attempt_at);
