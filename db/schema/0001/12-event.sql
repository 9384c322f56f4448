-- The truth: append only. (chain, seq) is not unique on purpose: a fork must be storable.
CREATE TABLE event (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id BLOB,
    salt BLOB NOT NULL,
    body BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    state TEXT NOT NULL
)
