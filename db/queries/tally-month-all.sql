-- parameters: none
-- columns: dimension, month, value, counts
SELECT dimension, month, value, counts FROM tally_month
