-- What a wallet has of this town's issuers, by the fingerprint of the notification id that came with it.
CREATE TABLE holdings (
    wallet_id text NOT NULL,
    fingerprint text NOT NULL,
    last_day text NULL,
    PRIMARY KEY (wallet_id, fingerprint)
) WITHOUT ROWID;
CREATE INDEX holdings_by_fingerprint ON holdings (fingerprint);

-- That something happened which a wallet should look at; never what about whom.
CREATE TABLE notices (
    id text PRIMARY KEY,
    wallet_id text NOT NULL,
    kind text NOT NULL,
    at bigint NOT NULL
) WITHOUT ROWID;
CREATE INDEX notices_by_wallet ON notices (wallet_id, at);
