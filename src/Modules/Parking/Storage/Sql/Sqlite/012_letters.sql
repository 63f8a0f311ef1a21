-- Persons who want messages by e-mail, and in which language. The address itself lies in the messages module.
CREATE TABLE contacts (
    ags text NOT NULL,
    resident_id text NOT NULL,
    language text NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (ags, resident_id)
);
