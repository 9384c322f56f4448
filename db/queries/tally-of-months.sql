-- parameters: dimension, from_month, to_month
-- columns: value, counts
SELECT value, counts
FROM tally_month
WHERE dimension = :dimension AND month BETWEEN :from_month AND :to_month
