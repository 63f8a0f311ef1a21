-- One row: whoever writes for the board holds it until the transaction ends.
CREATE TABLE board_journal (
    id integer PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO board_journal (id, last) VALUES (1, 0);

-- A meeting of the regional board.
CREATE TABLE board_meetings (
    id text PRIMARY KEY,
    key text NOT NULL,
    held_on text NOT NULL,
    place text NOT NULL,
    is_public integer NOT NULL,
    votes_by_name integer NOT NULL,
    demo integer NOT NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX board_meetings_by_key ON board_meetings (key);

-- Every state that a proposal was in, with its content (JSON). The last one counts; none is changed.
CREATE TABLE board_steps (
    number bigint PRIMARY KEY,
    proposal_id text NOT NULL,
    version integer NOT NULL,
    key text NOT NULL,
    state text NOT NULL,
    meeting_id text NULL REFERENCES board_meetings (id),
    content text NOT NULL,
    role text NOT NULL,
    reason text NULL,
    conditions text NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX board_steps_by_version ON board_steps (proposal_id, version);
CREATE UNIQUE INDEX board_steps_by_key ON board_steps (key);

-- A vote on a proposal in a meeting: opened with its roll (JSON), closed by its result.
CREATE TABLE board_votes (
    id text PRIMARY KEY,
    proposal_id text NOT NULL,
    meeting_id text NOT NULL REFERENCES board_meetings (id),
    roll text NOT NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX board_votes_by_proposal ON board_votes (proposal_id, meeting_id);

-- What members said; the last one of each counts.
CREATE TABLE board_ballots (
    number bigint PRIMARY KEY,
    vote_id text NOT NULL REFERENCES board_votes (id),
    member text NOT NULL,
    choice text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE INDEX board_ballots_by_vote ON board_ballots (vote_id, number);

CREATE TABLE board_results (
    vote_id text PRIMARY KEY REFERENCES board_votes (id),
    content text NOT NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);

-- The minutes of a meeting with every text they had; the approved one is the last and carries its hash.
CREATE TABLE board_minutes (
    number bigint PRIMARY KEY,
    meeting_id text NOT NULL REFERENCES board_meetings (id),
    version integer NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    reason text NULL,
    hash text NULL,
    actor text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX board_minutes_by_version ON board_minutes (meeting_id, version);
CREATE UNIQUE INDEX board_minutes_by_key ON board_minutes (key);

-- Which notice of grant came of which proposal.
CREATE TABLE board_notices (
    proposal_id text PRIMARY KEY,
    notice_id text NOT NULL REFERENCES funding_notices (id),
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX board_notices_by_notice ON board_notices (notice_id);

CREATE TRIGGER board_meetings_stay BEFORE UPDATE ON board_meetings BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_meetings_last BEFORE DELETE ON board_meetings BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_steps_stay BEFORE UPDATE ON board_steps BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_steps_last BEFORE DELETE ON board_steps BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_votes_stay BEFORE UPDATE ON board_votes BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_votes_last BEFORE DELETE ON board_votes BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_ballots_stay BEFORE UPDATE ON board_ballots BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_ballots_last BEFORE DELETE ON board_ballots BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_results_stay BEFORE UPDATE ON board_results BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_results_last BEFORE DELETE ON board_results BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_minutes_stay BEFORE UPDATE ON board_minutes BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_minutes_last BEFORE DELETE ON board_minutes BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_notices_stay BEFORE UPDATE ON board_notices BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
CREATE TRIGGER board_notices_last BEFORE DELETE ON board_notices BEGIN SELECT RAISE(ABORT, 'what the board did is append-only'); END;
