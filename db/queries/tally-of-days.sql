-- parameters: dimension, from_day, to_day
-- columns: value, counts
SELECT value, counts
FROM tally
WHERE dimension = :dimension AND day BETWEEN :from_day AND :to_day
