-- One row per writing seat; sign_key is the public Ed25519 key, book the letter in its case numbers.
CREATE TABLE chain (
    uid TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    office_name TEXT NOT NULL,
    book TEXT NOT NULL,
    sign_key BLOB NOT NULL,
    continues TEXT,
    closed_at_seq BIGINT,
    head_seq BIGINT NOT NULL,
    head_link BLOB NOT NULL,
    head_hlc BIGINT NOT NULL,
    sealed_day TEXT
)
