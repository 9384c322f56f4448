-- parameters: none
-- columns: block
SELECT block FROM fts_data WHERE id = 10
