-- parameters: dimension, day, value
-- columns: counts
SELECT counts FROM tally WHERE dimension = :dimension AND day = :day AND value = :value
