CREATE TABLE books (id text PRIMARY KEY, full_title text NOT NULL, bought_at bigint NOT NULL, published_on text NOT NULL, read_on text NOT NULL, lent boolean NOT NULL);
