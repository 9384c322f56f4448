-- Unfinished forms; local only.
CREATE TABLE draft (
    id BLOB PRIMARY KEY,
    actor TEXT NOT NULL,
    case_id BLOB,
    action TEXT NOT NULL,
    sheet TEXT NOT NULL,
    body TEXT NOT NULL,
    started_utc_ms BIGINT,
    saved_utc_ms BIGINT NOT NULL,
    discarded INTEGER NOT NULL
)
