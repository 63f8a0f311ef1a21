-- What a person says is wrong in the town's records about them (Art. 16 GDPR), and what a clerk answered.
CREATE TABLE corrections (
    id text PRIMARY KEY,
    ags text NOT NULL,
    resident_id text NOT NULL,
    words text NOT NULL,
    asked_at bigint NOT NULL,
    answer text NULL,
    answered_at bigint NULL,
    answered_by text NULL
);
CREATE INDEX corrections_by_person ON corrections (ags, resident_id);
CREATE INDEX corrections_open ON corrections (ags, asked_at) WHERE answered_at IS NULL;
