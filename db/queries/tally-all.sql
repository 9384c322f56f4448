-- parameters: none
-- columns: dimension, day, value, counts
SELECT dimension, day, value, counts FROM tally
