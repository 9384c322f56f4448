-- parameters: none
-- columns: none
ROLLBACK
