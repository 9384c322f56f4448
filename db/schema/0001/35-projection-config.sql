-- The newest published value of each setting.
CREATE TABLE config (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    hlc BIGINT NOT NULL,
    event_id BLOB NOT NULL
)
