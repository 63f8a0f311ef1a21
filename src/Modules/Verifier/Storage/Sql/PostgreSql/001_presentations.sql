CREATE TABLE presentations (
    id text PRIMARY KEY,
    wallet_id text NOT NULL UNIQUE,
    state text NOT NULL,
    request_state text NOT NULL,
    nonce text NOT NULL,
    encryption_key bytea NULL,
    session_mark text NOT NULL,
    code_mark text NOT NULL,
    query text NOT NULL,
    purpose_german text NOT NULL,
    purpose_english text NOT NULL,
    announced_offer text NULL,
    return_path text NOT NULL,
    cross_device boolean NOT NULL,
    asked_by_api boolean NOT NULL,
    expires_at bigint NOT NULL,
    answered_at bigint NULL,
    answer_digest text NULL,
    response_code_mark text NULL,
    refusal text NULL,
    error text NULL,
    result bytea NULL
);
CREATE INDEX presentations_by_code ON presentations (code_mark);
CREATE UNIQUE INDEX presentations_by_response_code ON presentations (response_code_mark) WHERE response_code_mark IS NOT NULL;
CREATE INDEX presentations_by_end ON presentations (expires_at);
