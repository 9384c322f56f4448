-- Who looked at, searched, printed or exported what.
CREATE TABLE access_log (
    no INTEGER PRIMARY KEY,
    at_utc_ms BIGINT NOT NULL,
    actor TEXT NOT NULL,
    case_id BLOB,
    what TEXT NOT NULL,
    reason TEXT NOT NULL
)
