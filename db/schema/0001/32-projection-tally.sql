-- Statistics by day, added up when a case changes. counts: the numbers that are not 0, packed (tallycounts.h).
CREATE TABLE tally (
    dimension TEXT NOT NULL,
    day TEXT NOT NULL,
    value TEXT NOT NULL,
    counts BLOB NOT NULL,
    PRIMARY KEY (dimension, day, value)
)
