-- parameters: none
-- columns: none
DROP TABLE IF EXISTS fts
