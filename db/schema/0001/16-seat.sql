-- Secret keys of the chains written on this machine; never exchanged.
CREATE TABLE seat (
    chain TEXT PRIMARY KEY,
    sign_secret BLOB NOT NULL
)
