-- parameters: dimension, month, value, counts
-- columns: none
INSERT INTO tally_month (dimension, month, value, counts)
VALUES (:dimension, :month, :value, :counts)
ON CONFLICT (dimension, month, value) DO UPDATE SET counts = excluded.counts
