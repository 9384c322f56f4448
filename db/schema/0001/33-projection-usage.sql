-- How many cases hold a value: for completers, for counts by stage and of stays not yet closed.
CREATE TABLE usage (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    uses BIGINT NOT NULL,
    PRIMARY KEY (field, value)
) WITHOUT ROWID
