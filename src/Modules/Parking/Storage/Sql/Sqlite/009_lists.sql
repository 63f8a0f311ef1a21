-- Figures of a day, kept after the records behind them were deleted.
CREATE TABLE daily_figures (
    ags text NOT NULL,
    day text NOT NULL,
    name text NOT NULL,
    part text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (ags, day, name, part)
);

-- A list of permits from another program, until it is taken over or thrown away.
CREATE TABLE permit_imports (
    id text PRIMARY KEY,
    ags text NOT NULL,
    content text NOT NULL,
    mapping text NOT NULL,
    state text NOT NULL,
    uploaded_at bigint NOT NULL,
    uploaded_by text NOT NULL,
    taken_over integer NOT NULL,
    revision integer NOT NULL
);
CREATE INDEX permit_imports_by_age ON permit_imports (uploaded_at);
