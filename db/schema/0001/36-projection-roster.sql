-- Persons as last granted or revoked.
CREATE TABLE roster (
    person_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    department TEXT NOT NULL,
    roles TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    hlc BIGINT NOT NULL,
    event_id BLOB NOT NULL
)
