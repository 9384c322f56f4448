-- parameters: none
-- columns: none
COMMIT
