-- Facts about this file itself: own chain, fold version, search fields, last backup and check.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
)
