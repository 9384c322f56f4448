-- The tally of whole months (yyyy-MM), so that a sum over years reads tens of rows instead of thousands.
CREATE TABLE tally_month (
    dimension TEXT NOT NULL,
    month TEXT NOT NULL,
    value TEXT NOT NULL,
    counts BLOB NOT NULL,
    PRIMARY KEY (dimension, month, value)
)
