-- parameters: dimension, month, value
-- columns: counts
SELECT counts FROM tally_month WHERE dimension = :dimension AND month = :month AND value = :value
