-- One row per stay of a case in the open; voided cases have none. counted_in: a bit for each count of the tally it adds to.
CREATE TABLE span (
    case_key BIGINT NOT NULL,
    no INTEGER NOT NULL,
    opened_utc_ms BIGINT NOT NULL,
    reopened INTEGER NOT NULL,
    closed_utc_ms BIGINT,
    closed_as TEXT,
    on_time INTEGER,
    handling_due_utc_ms BIGINT,
    handling_stopped_utc_ms BIGINT,
    counted_in BIGINT NOT NULL,
    PRIMARY KEY (case_key, no)
) WITHOUT ROWID
