-- parameters: dimension, day, value, counts
-- columns: none
INSERT INTO tally (dimension, day, value, counts)
VALUES (:dimension, :day, :value, :counts)
ON CONFLICT (dimension, day, value) DO UPDATE SET counts = excluded.counts
