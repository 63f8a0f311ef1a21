CREATE TABLE followed_points (
    register text PRIMARY KEY,
    point text NOT NULL,
    revision integer NOT NULL
);
