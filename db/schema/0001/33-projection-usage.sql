-- How many cases hold a value: for completers and for counts by stage.
CREATE TABLE usage (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    uses BIGINT NOT NULL,
    PRIMARY KEY (field, value)
)
