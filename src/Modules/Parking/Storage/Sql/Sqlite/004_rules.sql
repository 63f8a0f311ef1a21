CREATE TABLE rule_books (
    ags text NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    checksum text NOT NULL,
    based_on integer NOT NULL,
    author text NOT NULL,
    editors text NOT NULL,
    reason text NOT NULL,
    created_at bigint NOT NULL,
    valid_from text NULL,
    adopted_by text NULL,
    adopted_at bigint NULL,
    revision integer NOT NULL,
    PRIMARY KEY (ags, number)
);
CREATE UNIQUE INDEX rule_books_by_day ON rule_books (ags, valid_from) WHERE valid_from IS NOT NULL;
