-- Signed readings of a chain: at each backup and once a day.
CREATE TABLE seal (
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    link BLOB NOT NULL,
    at_utc_ms BIGINT NOT NULL,
    signature BLOB NOT NULL
)
