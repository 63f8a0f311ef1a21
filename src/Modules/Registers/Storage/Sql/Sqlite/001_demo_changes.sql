CREATE TABLE demo_changes (
    number integer PRIMARY KEY,
    change text NOT NULL
);
