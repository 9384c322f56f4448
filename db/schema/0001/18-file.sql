-- Attachments; their bytes live beside the case file, named by hash.
CREATE TABLE file (
    hash TEXT PRIMARY KEY,
    size BIGINT NOT NULL,
    have INTEGER NOT NULL
)
