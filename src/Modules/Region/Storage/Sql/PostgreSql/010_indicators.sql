-- How many said of a service on a day which of five steps it was worth, 1 the worst. Nothing about who.
CREATE TABLE satisfaction_counts (
    service text NOT NULL,
    day text NOT NULL,
    step integer NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (service, day, step)
);

-- Cases that have answered, so that none counts twice; not what, and only the month, so that no answer can be found by its day.
CREATE TABLE satisfaction_marks (
    mark text PRIMARY KEY,
    month text NOT NULL
);

-- What other towns say about their own services, as they signed it.
CREATE TABLE town_indicators (
    town text PRIMARY KEY,
    at bigint NULL,
    signed text NULL,
    key text NULL,
    failure text NULL
);
