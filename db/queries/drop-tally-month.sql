-- parameters: none
-- columns: none
DROP TABLE IF EXISTS tally_month
